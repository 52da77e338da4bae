/** How a file is written: by its name, and by its content, where the name does not say it. */
export function formatOf(file: string, text: string): "json" | "yaml" {
  if (/\.ya?ml$/i.test(file)) return "yaml";
  return /\.json$/i.test(file) || /^\uFEFF?\s*[{[]/.test(text) ? "json" : "yaml";
}
