import { describe, expect, test } from "vitest";
import { SDK_IDS, type SdkId } from "./index.js";
import { CONFIG_FILE, CREDENTIALS_FILE, createPod, IRSA, KEYS, POD_IDENTITY, type PodOptions, STATIC_PROFILE } from "./pod.test-support.js";

/** The columns of the sheet's table; boto stands for the CLI too. */
const COLUMNS: readonly (readonly SdkId[])[] = [
  ["dotnet-v3"],
  ["dotnet-v4"],
  ["botocore", "aws-cli-v1", "aws-cli-v2"],
  ["js-v3"],
  ["js-v2"],
  ["go-v2"],
  ["go-v1"],
  ["java-v2"],
  ["java-v1"],
  ["rust"],
  ["php"],
  ["ruby"],
  ["cpp"],
  ["kotlin"],
];
const SOURCE_ROLE =
  "[default]\nrole_arn = arn:aws:iam::111122223333:role/other\nsource_profile = source\n[profile source]\naws_access_key_id = AKIASOURCE\naws_secret_access_key = s\n";
const without = (name: string) => Object.fromEntries(Object.entries(IRSA).filter(([key]) => key !== name));

interface Row {
  readonly row: string;
  readonly pod: Omit<PodOptions, "sdk">;
  /** As in the sheet; where the sheet has a question mark, our choice, and where recordings are otherwise, those. */
  readonly winners: string;
}

describe("the scenario matrix of section 5", () => {
  const rows: readonly Row[] = [
    { row: "1 IRSA only", pod: {}, winners: "W W W W W W W W W W W W W W" },
    { row: "2 and environment keys", pod: { environment: { ...IRSA, ...KEYS } }, winners: "W E E E E E E E E E E E E E" },
    {
      row: "2b and environment keys and AWS_PROFILE naming an existing profile",
      pod: { environment: { ...IRSA, ...KEYS, AWS_PROFILE: "default" }, files: { [CREDENTIALS_FILE]: STATIC_PROFILE } },
      winners: "W E E P E E E E E E E E E E",
    },
    { row: "3 and an access key id only", pod: { environment: { ...IRSA, AWS_ACCESS_KEY_ID: "AKIAENV" } }, winners: "W W ! W W W W W W W W W W W" },
    {
      row: "3b and both keys, but empty",
      pod: { environment: { ...IRSA, AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "" } },
      winners: "W W W W W W W W W W W W W W",
    },
    { row: "4 and static keys in [default]", pod: { files: { [CREDENTIALS_FILE]: STATIC_PROFILE } }, winners: "W W W P P W W W W P W W P W" },
    { row: "5 and [default] with a role and source_profile", pod: { files: { [CONFIG_FILE]: SOURCE_ROLE } }, winners: "W W P P W W W W W P W W W W" },
    {
      row: "5b and [default] with a role and no source",
      pod: { files: { [CONFIG_FILE]: "[default]\nrole_arn = arn:aws:iam::111122223333:role/other\n" } },
      winners: "W W ! W W W W W W ! W W W W",
    },
    {
      row: "6 and AWS_PROFILE naming an existing static profile",
      pod: { environment: { ...IRSA, AWS_PROFILE: "static" }, files: { [CREDENTIALS_FILE]: STATIC_PROFILE.replace("default", "static") } },
      winners: "W W W P P W W W W P W W P W",
    },
    { row: "7 and AWS_PROFILE naming a missing profile", pod: { environment: { ...IRSA, AWS_PROFILE: "nope" } }, winners: "W W ! W W ! W W W W W W W W" },
    { row: "8 and a container's FULL_URI", pod: { environment: { ...IRSA, ...POD_IDENTITY } }, winners: "W W W W C W W W W W W W W W" },
    { row: "9 STS says AccessDenied", pod: { stsError: { status: 403, code: "AccessDenied" } }, winners: "! ! ! ! N ! ! N N ! N ! N N" },
    { row: "10 STS says InvalidIdentityToken", pod: { stsError: { status: 400, code: "InvalidIdentityToken" } }, winners: "! ! ! ! N ! ! N N ! N ! N N" },
    { row: "11 token file missing", pod: { token: null }, winners: "! ! ! ! N ! ! N N ! N ! N N" },
    { row: "12 role variable missing", pod: { environment: without("AWS_ROLE_ARN") }, winners: "N N ! N N ! ! N N N N N N N" },
    { row: "13 token variable missing", pod: { environment: without("AWS_WEB_IDENTITY_TOKEN_FILE") }, winners: "N N N N N N N N ! N N N N N" },
  ];
  test.each(rows)("$row", async ({ pod, winners }) => {
    const wanted = winners.split(" ").flatMap((letter, column) => (COLUMNS[column] as readonly SdkId[]).map((sdk) => `${sdk} ${letter}`));
    const found = await Promise.all(COLUMNS.flat().map(async (sdk) => `${sdk} ${await createPod({ ...pod, sdk }).winner()}`));
    expect(found).toEqual(wanted);
  });

  test("14 first load works, the refresh after expiry is refused", async () => {
    const found = await Promise.all(
      COLUMNS.map(async ([sdk]) => {
        const { clock, state, winner } = createPod({ sdk: sdk as SdkId });
        expect(await winner()).toBe("W");
        state.stsError = { status: 403, code: "AccessDenied" };
        await clock.advanceBy(3_601_000);
        return winner();
      }),
    );
    expect(found.join(" ")).toBe("! ! ! ! ! ! ! ! unsigned ! N ! N N");
  });

  test("every SDK has a column", () => {
    expect(COLUMNS.flat().sort()).toEqual([...SDK_IDS].sort());
  });
});

describe("JavaScript v2 and its switch for the config file", () => {
  const LOAD = { ...IRSA, AWS_SDK_LOAD_CONFIG: "1" };
  test.each<Row>([
    { row: "5 with AWS_SDK_LOAD_CONFIG the profile's role wins", pod: { environment: LOAD, files: { [CONFIG_FILE]: SOURCE_ROLE } }, winners: "P" },
    { row: "4 with AWS_SDK_LOAD_CONFIG and no config file", pod: { environment: LOAD, files: { [CREDENTIALS_FILE]: STATIC_PROFILE } }, winners: "W" },
    {
      row: "6 with AWS_SDK_LOAD_CONFIG and no config file",
      pod: { environment: { ...LOAD, AWS_PROFILE: "static" }, files: { [CREDENTIALS_FILE]: STATIC_PROFILE.replace("default", "static") } },
      winners: "W",
    },
  ])("$row", async ({ pod, winners }) => {
    expect(await createPod({ ...pod, sdk: "js-v2" }).winner()).toBe(winners);
  });
});
