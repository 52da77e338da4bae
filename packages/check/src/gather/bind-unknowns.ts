/**
 * What is not known before it is applied is taken for what it must be: an account for the one that the documents name, an issuer for the cluster's, a name for one
 * that nobody else has. What refers to the same unknown gets the same value.
 */
import { bindUnknowns, type LocatedNode, type Member, memberOf, type RecognisedDocument, textOf, unknownsIn } from "@irsa-sim/documents";
import { assumedIssuer, DEFAULT_ACCOUNT, DEFAULT_REGION } from "../assume/defaults.js";
import { callerAccount } from "./caller-account.js";
import { parseArn } from "./parse-arn.js";

const SCHEME = "https://";
const AT_PROVIDER = /^arn:[^:]*:iam::[^:]*:oidc-provider\/(.+)$/;

/** What an unknown is taken for. */
export interface BoundUnknown {
  readonly name: string;
  readonly value: string;
  /** Whether no document says it. */
  readonly isInvented: boolean;
}

/** Documents without unknowns. */
export interface BoundDocuments {
  readonly documents: readonly RecognisedDocument[];
  readonly unknowns: readonly BoundUnknown[];
}

/** The documents without unknowns, and what these were taken for. */
export function bindAll(documents: readonly RecognisedDocument[]): BoundDocuments {
  const texts = documents.flatMap((document) => [...textsOf(document)]);
  const unknown = new Set(texts.flatMap(unknownsIn));
  if (unknown.size === 0) return { documents, unknowns: [] };
  const account = callerAccount(documents) ?? texts.flatMap((text) => parseArn(text)?.account ?? []).find((one) => /^\d{12}$/.test(one)) ?? DEFAULT_ACCOUNT;
  const values = new Map<string, string>();
  const bind = (name: string, value: string): void => {
    if (!values.has(name)) values.set(name, value);
  };
  for (const text of texts) for (const name of unknownsIn(parseArn(text)?.account ?? "")) bind(name, account);
  const issuers = documents.flatMap(issuersIn);
  const issuer = bindClusters(documents, issuers, bind);
  for (const text of issuers) matchIssuer(text, issuer, bind);
  for (const text of texts) {
    const provider = AT_PROVIDER.exec(text)?.[1];
    if (provider !== undefined) matchIssuer(provider, issuer, bind);
  }
  const said = [...values].filter(([, value]) => texts.some((text) => text.includes(value))).map(([name]) => name);
  for (const name of unknown) bind(name, name.replaceAll(/[^\w+=,.@-]/g, "-").slice(0, 60));
  return {
    documents: documents.map((document) => bound(document, values)),
    unknowns: [...values].map(([name, value]) => ({ name, value, isInvented: !said.includes(name) })),
  };
}

/**
 * Gives each cluster whose issuer is not known one: that of the cluster of the same name that is known, or that is known of nobody else and in its region, else one of
 * its own.
 *
 * @returns what an issuer is taken for that belongs to no cluster
 */
function bindClusters(documents: readonly RecognisedDocument[], issuers: readonly string[], bind: (name: string, value: string) => void): string {
  const clusters = documents.flatMap((document) => (document.kind === "cluster" ? [clusterOf(document)] : []));
  const known = issuers.filter((text) => unknownsIn(text).length === 0);
  const settled = clusters.filter(({ issuer }) => known.includes(issuer));
  const free = known.filter((text) => !settled.some(({ issuer }) => issuer === text));
  const unsettled = clusters.filter((cluster) => unknownsIn(cluster.issuer).length > 0);
  const taken = [...new Map(unsettled.map((cluster) => [cluster.issuer, cluster])).values()].map(({ name, region, issuer }, index) => {
    const fits = (text: string): boolean => region === null || !/^https:\/\/oidc\.eks\./.test(text) || text.includes(`.eks.${region}.`);
    const isNamed = name !== null && unknownsIn(name).length === 0;
    const same = isNamed ? settled.find((one) => one.name === name) : settled.length === 1 ? settled[0] : undefined;
    const value = same?.issuer ?? free.filter(fits)[index] ?? assumedIssuer(region ?? DEFAULT_REGION, index);
    matchIssuer(issuer, value, bind);
    return value;
  });
  return known[0] ?? taken[0] ?? assumedIssuer(DEFAULT_REGION);
}

function clusterOf({ node }: Extract<RecognisedDocument, { kind: "cluster" }>) {
  const text = (member: string): string | null => textOf(memberOf(node, member));
  return { name: text("name"), region: text("region") ?? parseArn(text("arn") ?? "")?.region ?? null, issuer: text("issuer") ?? "" };
}

function issuersIn(document: RecognisedDocument): readonly string[] {
  if (document.kind === "cluster") return [textOf(memberOf(document.node, "issuer")) ?? []].flat();
  return document.kind === "oidc-provider" ? [textOf(memberOf(document.node, "url")) ?? []].flat() : [];
}

/** Of a text with one unknown, or with a region beside it, what the unknown must be so that the text is the issuer; with or without scheme. */
function matchIssuer(text: string, issuer: string, bind: (name: string, value: string) => void): void {
  const names = unknownsIn(text);
  const pattern = text
    .replace(SCHEME, "")
    .split(/\u27e8[^\u27e9]+\u27e9/)
    .map(escaped)
    .join("(.+?)");
  const match = new RegExp(`^${pattern}$`).exec(issuer.replace(SCHEME, ""));
  for (const [index, name] of names.entries()) {
    const value = match?.[index + 1];
    if (value !== undefined) bind(name, value);
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function textsOf(document: RecognisedDocument): readonly string[] {
  const named = "arn" in document ? [document.arn, "name" in document ? document.name : null] : "role" in document ? [document.role] : [];
  return [...named.filter((text) => text !== null), ...(document.node === null ? [] : textsIn(document.node))];
}

function textsIn(node: LocatedNode): readonly string[] {
  if (node.kind === "scalar") return typeof node.value === "string" ? [node.value] : [];
  if (node.kind === "list") return node.items.flatMap(textsIn);
  return [...node.members].flatMap(([name, { node: value }]) => [name, ...textsIn(value)]);
}

function bound(document: RecognisedDocument, values: ReadonlyMap<string, string>): RecognisedDocument {
  const text = <Text extends string | null>(written: Text): Text | string => (written === null ? written : bindUnknowns(written, values));
  switch (document.kind) {
    case "policy":
      return { ...document, name: text(document.name), role: text(document.role), node: boundNode(document.node, values) };
    case "role":
      return { ...document, name: text(document.name), arn: text(document.arn), node: boundObject(document.node, values) };
    case "managed-policy":
      return { ...document, arn: text(document.arn), node: document.node === null ? null : boundNode(document.node, values) };
    case "attached-policies":
      return { ...document, role: text(document.role), node: boundNode(document.node, values) };
    case "kubernetes-object":
      return { ...document, node: boundObject(document.node, values), asFound: boundObject(document.asFound, values) };
    case "oidc-provider":
    case "cluster":
    case "web-identity-call":
      return { ...document, node: boundObject(document.node, values) };
    case "oidc-provider-arns":
    case "caller-identity":
    case "unknown":
      return { ...document, node: boundNode(document.node, values) };
  }
}

function boundNode(node: LocatedNode, values: ReadonlyMap<string, string>): LocatedNode {
  if (node.kind === "scalar") return typeof node.value === "string" ? { ...node, value: bindUnknowns(node.value, values) } : node;
  if (node.kind === "list") return { ...node, items: node.items.map((item) => boundNode(item, values)) };
  return boundObject(node, values);
}

function boundObject(node: Extract<LocatedNode, { kind: "object" }>, values: ReadonlyMap<string, string>): Extract<LocatedNode, { kind: "object" }> {
  const members = [...node.members].map(([name, { keyPlace, node: value }]): [string, Member] => [
    bindUnknowns(name, values),
    { keyPlace, node: boundNode(value, values) },
  ]);
  return { ...node, members: new Map(members) };
}
