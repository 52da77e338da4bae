/** Text for a message or note of a Mermaid diagram. */
export function mermaidText(text: string): string;
