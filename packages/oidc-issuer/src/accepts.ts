/**
 * Whether a client that sends this `Accept` header takes a media type; only the whole range stands for all, and weights do not matter.
 *
 * @see https://github.com/emicklei/go-restful, by which an API server routes
 */
export function accepts(header: string | undefined, mediaType: string): boolean {
  const ranges = (header || "*/*").split(",").map((range) => (range.split(";")[0] ?? "").trim());
  return ranges.includes("*/*") || ranges.includes(mediaType);
}
