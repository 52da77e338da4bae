/** What the caller is told. What differs from run to run is left out, so that the same message is told once. */
export function messageOf({ code, status, message }) {
  return `${code}${status === null ? "" : ` (${status})`}: ${message.replaceAll(/\b\d{10}\b/g, "TIME")}`;
}
