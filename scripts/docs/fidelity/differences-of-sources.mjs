import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PACKAGES = fileURLToPath(new URL("../../../packages/", import.meta.url));

/** Each paragraph in the sources that begins with "Differs from", "Differs perhaps" or "Unconfirmed", as one line, with its file and whether it is sure. */
export function differencesOfSources() {
  return readdirSync(PACKAGES, { recursive: true, encoding: "utf8" })
    .filter((file) => /^[^/]+\/src\/.*\.ts$/.test(file) && !file.endsWith(".test.ts"))
    .sort()
    .flatMap((file) =>
      paragraphs(readFileSync(PACKAGES + file, "utf8")).map((text) => ({
        file: file.replace("/src/", "/"),
        text,
        unconfirmed: /perhaps|unconfirmed|from memory/i.test(text),
      })),
    );
}

function paragraphs(source) {
  const comments = source.match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  return comments.flatMap((comment) => {
    const text = comment
      .replaceAll(/^\s*\/\*\*|\*\/$/g, "")
      .replaceAll(/^[ \t]*\* ?/gm, "")
      .trim();
    const found = text.match(/(?:Differs (?:from|perhaps)|Unconfirmed:)[\s\S]*?(?=\n\s*\n|\n@|\nLeaves out|\nDiffers|$)/g) ?? [];
    return found.map((paragraph) => paragraph.replaceAll(/\s+/g, " ").trim());
  });
}
