/**
 * `{ ...base, ...more }` for what is made with every request: of a literal that begins with a spread and goes on, V8 (Node 20) makes a hidden
 * class for each object, which costs memory while the object lives and time wherever it is read. Only for members whose names are our own: a
 * `__proto__` that somebody sent would be set, not defined.
 *
 * @example extend(context, { role })
 */
export function extend<Base extends object, More extends object>(base: Base, more: More): Base & More {
  return Object.assign({}, base, more);
}
