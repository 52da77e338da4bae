/** A volume that cannot be set up now; the message is what the kubelet's event says after the volume's name. */
export class VolumeError extends Error {}

/** Several failures in one text, each once: `[a, b]`, and one alone as it is. */
export function aggregate(failures: readonly Error[]): string {
  const texts = [...new Set(failures.map(({ message }) => message))];
  return texts.length === 1 ? texts.join() : `[${texts.join(", ")}]`;
}
