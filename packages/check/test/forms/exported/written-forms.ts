/** What was exported, as somebody wrote it before: in the CDK, as objects of an operator, in Terraform's JSON. */
import { json, yaml } from "../form.js";
import type { Iam, Place } from "../iam.js";
import { type CdkStyle, GIVEN, iamStack, PROVIDER_ALONE } from "../written/cdk.js";
import { customTemplate, subText, yamlTemplate } from "../written/cloudformation.js";
import { ALL_OPERATORS, objectsOf } from "../written/operators.js";
import { AS_DATA_SOURCES, AS_TEXTS, hasDataSource, iamConfiguration, listed, type TerraformStyle } from "../written/terraform-json.js";
import { type Exported, type ExportedForm, iamIn } from "./exported.js";

/** The first provider of the cluster's account is the one that is referred to: in which other account a configuration is, it does not say itself. */
function placeOf({ account }: Exported, { providers: [provider] }: Iam): Place {
  const url = provider?.url ?? "";
  return { account, issuer: url, providerUrl: url };
}

function cdk(exported: Exported, style: CdkStyle) {
  const iam = iamIn(exported);
  return [...exported.others, json("cdk.out/Infra.template.json", iamStack(iam, { place: placeOf(exported, iam), style }))];
}

function terraform(exported: Exported, style: TerraformStyle) {
  const iam = iamIn(exported);
  const urls = iam.providers.map(({ url }) => `https://${url}`);
  const around = { style, urls, place: placeOf(exported, iam), issuer: "aws_iam_openid_connect_provider.this_0.url" };
  return [...exported.others, json("main.tf.json", iamConfiguration(iam, around))];
}

export const WRITTEN_FORMS: readonly ExportedForm[] = [
  { name: "the CDK, of a provider that is there", write: (exported) => cdk(exported, GIVEN) },
  { name: "the CDK, of a provider of its own", write: (exported) => cdk(exported, PROVIDER_ALONE) },
  {
    name: "CloudFormation in YAML, a policy as a text",
    write: (exported) => [...exported.others, yamlTemplate(iamIn(exported), placeOf(exported, iamIn(exported)), subText)],
  },
  {
    name: "CloudFormation in YAML, conditions as a custom resource",
    write: (exported) => [...exported.others, customTemplate(iamIn(exported), placeOf(exported, iamIn(exported)))],
  },
  ...ALL_OPERATORS.map(
    (operator): ExportedForm => ({
      name: operator.name,
      write: (exported) => [...exported.others, yaml("iam.yaml", objectsOf(operator, iamIn(exported)))],
    }),
  ),
  { name: "*.tf.json, policies as texts", write: (exported) => terraform(exported, AS_TEXTS) },
  {
    name: "*.tf.json, policies as data sources",
    cannot: ["everybody is written in another way than in the document", "statements with NotAction, NotResource or NotPrincipal are not written"],
    write: (exported) => {
      const { roles } = iamIn(exported);
      const documents = roles.flatMap(({ trust, policies }) => [trust, ...policies.map(({ document }) => listed(document))]);
      return documents.every(hasDataSource) ? terraform(exported, AS_DATA_SOURCES) : null;
    },
  },
];
