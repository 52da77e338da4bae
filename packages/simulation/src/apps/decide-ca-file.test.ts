import { expect, test } from "vitest";
import { decideCaFile } from "./decide-ca-file.js";

const GO = ["AWS_CA_BUNDLE", "SSL_CERT_FILE"];
const FILE = "/etc/ca.pem";

test.each([
  { name: "no variable", variables: GO, environment: {}, file: null },
  { name: "an empty one", variables: GO, environment: { AWS_CA_BUNDLE: "" }, file: null },
  { name: "one that the SDK does not read", variables: ["SSL_CERT_FILE"], environment: { AWS_CA_BUNDLE: FILE }, file: null },
  {
    name: "the SDK's own",
    variables: GO,
    environment: { AWS_CA_BUNDLE: FILE, SSL_CERT_FILE: "/other" },
    file: { by: "AWS_CA_BUNDLE", path: FILE, comesTo: "nothing" },
  },
  { name: "that of its library", variables: GO, environment: { SSL_CERT_FILE: FILE }, file: { by: "SSL_CERT_FILE", path: FILE, comesTo: "nothing" } },
  {
    name: "Node's, which comes to its own roots",
    variables: ["NODE_EXTRA_CA_CERTS"],
    environment: { NODE_EXTRA_CA_CERTS: FILE },
    file: { by: "NODE_EXTRA_CA_CERTS", path: FILE, comesTo: "the image's" },
  },
  {
    name: "Java's, among other options",
    variables: ["JAVA_TOOL_OPTIONS"],
    environment: { JAVA_TOOL_OPTIONS: `-Xmx1g -Djavax.net.ssl.trustStore=${FILE}` },
    file: { by: "JAVA_TOOL_OPTIONS", path: FILE, comesTo: "nothing" },
  },
  {
    name: "Java's property",
    variables: ["JAVA_TOOL_OPTIONS"],
    environment: {},
    systemProperties: { "javax.net.ssl.trustStore": FILE },
    file: { by: "JAVA_TOOL_OPTIONS", path: FILE, comesTo: "nothing" },
  },
])("$name", ({ variables, environment, systemProperties = {}, file }) => {
  expect(decideCaFile({ variables, environment, systemProperties })).toEqual(file);
});
