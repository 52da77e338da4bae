/** Splits `all-sdks[sdk=go-v2]` into what names the scenario and what names its cell; `cell` is `null` when there are no brackets. */
export function splitCell(written: string): { readonly path: string; readonly cell: string | null } {
  const [, path = written, cell = null] = /^(.+)\[([^[\]]+=[^[\]]*)\]$/s.exec(written) ?? [];
  return { path, cell };
}
