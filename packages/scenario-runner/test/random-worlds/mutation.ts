import type { Edit, Random } from "@irsa-sim/core";

/** One thing that somebody wrote, set or left otherwise than in a world that works. */
export interface Mutation {
  readonly name: string;
  readonly edits: readonly Edit[];
}

/** A kind of mutation; chance chooses its values. */
export type MutationKind = (pick: Pick) => Mutation;

/** Chooses one of several. */
export type Pick = <Item>(items: readonly Item[]) => Item;

/** A choice by a seeded source. */
export function picker(random: Random): Pick {
  return <Item>(items: readonly Item[]) => items[random.integer(0, items.length - 1)] as Item;
}

/** One value at one place. */
export function edit(source: string, pointer: string, value: Edit["value"]): Edit {
  return { source, pointer, value };
}

/** A member's name in a pointer. */
export function segment(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

export const ISSUER = "oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90";
export const OTHER_ISSUER = "oidc.eks.eu-west-1.amazonaws.com/id/FFEEDDCCBBAA99887766554433221100";
export const SUBJECT = "system:serviceaccount:default:my-service-account";
export const ROLE = "arn:aws:iam::111122223333:role/my-pod-role";
