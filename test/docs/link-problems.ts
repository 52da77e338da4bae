/** The text of a page beside the one that is read, by its relative path; `""` for what is there and no page, `null` for what is not there. */
export type ReadLinked = (path: string) => string | null;

/** What is wrong with the relative links of a page of Markdown: `gone.md: no such file`, `#gone: no such heading`. */
export function linkProblems(page: string, read: ReadLinked): readonly string[] {
  const targets = [...withoutQuotes(page).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]*)"/g)].map(([, target, attribute = ""]) => target ?? attribute);
  return targets.flatMap((target) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [path = "", heading] = target.split("#");
    const text = path === "" ? page : read(path);
    if (text === null) return [`${target}: no such file`];
    return heading === undefined || anchorsOf(text).includes(heading) ? [] : [`${target}: no such heading`];
  });
}

function withoutQuotes(page: string): string {
  return page.replaceAll(/^```[\s\S]*?^```$/gm, "").replaceAll(/`[^`\n]*`/g, "");
}

/** The names under which a forge shows headings: lower case, without marks, hyphens for blanks, numbered where they are alike. */
function anchorsOf(page: string): readonly string[] {
  const headings = [...page.replaceAll(/^```[\s\S]*?^```$/gm, "").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => slug(heading));
  return headings.map((one, index) => {
    const before = headings.slice(0, index).filter((other) => other === one).length;
    return before === 0 ? one : `${one}-${before}`;
  });
}

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}
