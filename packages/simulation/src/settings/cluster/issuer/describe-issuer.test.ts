import { expect, test } from "vitest";
import { parseWorldDescription } from "../../parse-world-description.js";
import type { WrittenWorld } from "../../world-description.js";
import type { IssuerDescription } from "./issuer-description.js";

const EKS = "https://oidc.eks.us-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF";
const OWN = "https://issuer.example.com/cluster";

test.each<{ readonly name: string; readonly cluster: WrittenWorld["cluster"]; readonly described: Partial<IssuerDescription> }>([
  {
    name: "EKS makes the URL from region and id, and everybody can read it",
    cluster: { region: "us-west-2", issuerId: "0123456789ABCDEF0123456789ABCDEF" },
    described: { flavour: "eks", url: EKS, inTokens: EKS, inDocument: EKS, isPublic: true } as Partial<IssuerDescription>,
  },
  {
    name: "an operator's URL stands in tokens and document",
    cluster: { flavour: "self-hosted", issuer: { url: OWN } },
    described: { flavour: "self-hosted", url: OWN, inTokens: OWN, inDocument: OWN, isPublic: true } as Partial<IssuerDescription>,
  },
  {
    name: "an operator may have written another one into each, and let nobody read it",
    cluster: { flavour: "self-hosted", issuer: { url: OWN, serviceAccountIssuer: `${OWN}/`, documentIssuer: "https://other.example.com", public: false } },
    described: { url: OWN, inTokens: `${OWN}/`, inDocument: "https://other.example.com", isPublic: false } as Partial<IssuerDescription>,
  },
])("$name", ({ cluster, described }) => {
  expect(parseWorldDescription({ cluster }).cluster.issuer).toMatchObject(described);
});

test.each<{ readonly name: string; readonly cluster: WrittenWorld["cluster"]; readonly path: string }>([
  { name: "self-hosted without an issuer", cluster: { flavour: "self-hosted" }, path: "cluster.flavour" },
  { name: "an issuer of one's own on EKS", cluster: { issuer: { url: OWN } }, path: "cluster.issuer" },
])("$name is refused", ({ cluster, path }) => {
  expect(() => parseWorldDescription({ cluster })).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ path: path.split(".") })] }));
});
