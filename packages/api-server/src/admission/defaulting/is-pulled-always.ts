/** The end of a reference to an image: a tag, a digest or both. */
const REFERENCE = /^(?<name>[^@]*?)(?::(?<tag>[\w][\w.-]{0,127}))?(?:@(?<digest>.+))?$/;

/**
 * Whether an image is pulled each time: when its tag says nothing, or that it moves.
 *
 * Differs from Kubernetes in what is no reference, whose tag the server takes for none and for no moving one.
 */
export function isPulledAlways(image: string): boolean {
  const { tag, digest } = REFERENCE.exec(image)?.groups ?? {};
  return tag === "latest" || (tag === undefined && digest === undefined);
}
