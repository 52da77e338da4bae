/** Schemas whose messages say what would be right; a fault's message is always "expected …" in the field's own words. */
import { z } from "zod";

/** An object with exactly these members. */
export function strictObject<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const names = Object.keys(shape).join(", ");
  return z.strictObject(shape, { error: (issue) => (issue.code === "unrecognized_keys" ? `one of: ${names}` : `an object with: ${names}`) });
}

/** An object in which at least these members are what they should be; others are passed on. */
export function looseObject<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$loose> {
  return z.looseObject(shape, { error: `an object with: ${Object.keys(shape).join(", ")}` });
}

/** Text, described. */
export function text(what = "text"): z.ZodString {
  return z.string({ error: what }).min(1, { error: what });
}

/** Text of a form, described. */
export function pattern(form: RegExp, what: string): z.ZodString {
  return z.string({ error: what }).regex(form, { error: what });
}

/** One of a few words. */
export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: `one of: ${values.join(", ")}` });
}

/** Anything by name. */
export function record<Value extends z.ZodType>(value: Value, what: string) {
  return z.record(z.string(), value, { error: what });
}

/** Anything by a name of a form. */
export function namedRecord<Name extends z.ZodType<string, string>, Value extends z.ZodType>(name: Name, value: Value, what: string) {
  return z.record(name, value, { error: what });
}

/** A list. */
export function list<Item extends z.ZodType>(item: Item, what: string) {
  return z.array(item, { error: what });
}

/** Something that must be there, and is checked elsewhere. */
export function present(what: string) {
  return z.unknown().refine((value) => value !== undefined, { error: what });
}

/** A whole number within bounds, both included. */
export function integer(min: number, max: number) {
  const what = `a whole number from ${min} to ${max}`;
  return z.int({ error: what }).min(min, { error: what }).max(max, { error: what });
}

/** Yes or no. */
export function flag() {
  return z.boolean({ error: "true or false" });
}

/** A version of Kubernetes, as far as it matters here. */
export const minorVersion = pattern(/^1\.\d{1,2}$/, 'a minor version of Kubernetes in quotes, such as "1.29"');
