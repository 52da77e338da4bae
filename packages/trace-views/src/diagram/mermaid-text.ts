/** Text for a message or note of a Mermaid diagram: in one line, without what Mermaid or HTML would read as more than text. */
export function mermaidText(text: string): string {
  return (
    text
      .replaceAll(/[\s\p{C}]+/gu, " ")
      .trim()
      // Mermaid writes an entity with `#` where HTML has `&`; `;` ends a statement and `%%` begins a comment.
      .replaceAll(/[#;%<>&"$]/g, (mark) => `#${mark.codePointAt(0)};`)
  );
}
