/** One world in every form in which people have it. */
import type { Form } from "./form.js";
import { AWS_CLI } from "./written/aws-cli.js";
import { CDK } from "./written/cdk.js";
import { CLOUDFORMATION } from "./written/cloudformation.js";
import { EKSCTL } from "./written/eksctl.js";
import { OPERATORS } from "./written/operators.js";
import { TERRAFORM } from "./written/terraform.js";
import { TERRAFORM_JSON } from "./written/terraform-json.js";

/** Every form; the first can say everything. */
export const FORMS: readonly [Form, ...Form[]] = [...AWS_CLI, ...TERRAFORM, ...TERRAFORM_JSON, ...CLOUDFORMATION, ...CDK, ...OPERATORS, ...EKSCTL] as never;
