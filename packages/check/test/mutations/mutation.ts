import type { Conditions, Identity, Statement, World } from "../forms/world.js";
import { withIdentity } from "../forms/world.js";

/** One thing that is wrong with an identity, or with the world for all of them. */
export interface Mutation {
  readonly name: string;
  /** What it comes to; `null` for what does no harm. */
  readonly cause: string | null;
  /** Whether it is wrong for every identity of the world. */
  readonly isShared?: boolean;
  readonly apply: (world: World, index: number) => World;
}

/** Something in an identity. */
export function inIdentity(name: string, cause: string | null, change: (identity: Identity, world: World) => Identity): Mutation {
  return { name, cause, apply: (world, index) => withIdentity(world, index, (identity) => change(identity, world)) };
}

/** Something in the statements that allow, of an identity's trust policy. */
export function inStatements(
  name: string,
  cause: string | null,
  change: (statement: Statement, around: { readonly world: World; readonly identity: Identity }) => Statement,
): Mutation {
  return inIdentity(name, cause, (identity, world) => ({
    ...identity,
    role: {
      ...identity.role,
      trust: {
        ...identity.role.trust,
        Statement: identity.role.trust.Statement.map((statement) => (statement.Effect === "Allow" ? change(statement, { world, identity }) : statement)),
      },
    },
  }));
}

/** Each condition of a statement under its operator, key and values. */
export function mapConditions(statement: Statement, change: (condition: Condition) => Condition): Statement {
  const all = Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => change({ operator, key, values })),
  );
  const conditions: Record<string, Record<string, string | readonly string[]>> = {};
  for (const { operator, key, values } of all) conditions[operator] = { ...conditions[operator], [key]: values };
  return { ...statement, Condition: conditions as Conditions };
}

/** One condition. */
export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: string | readonly string[];
}

/** Whether a condition is about the subject. */
export function isSubject({ key }: Condition): boolean {
  return key.endsWith(":sub");
}
