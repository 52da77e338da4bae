// A cluster's folder as a platform team has it: workloads and service accounts over many namespaces, the roles that the service accounts name, and what of it is wrong.
// The same seed gives the same files.

const ACCOUNT = "444455556666";
const REGION = "eu-west-1";
const ISSUER = `oidc.eks.${REGION}.amazonaws.com/id/5E5D7BAA84911ACC36EE4D978F209DD7`;
const PROVIDER = `arn:aws:iam::${ACCOUNT}:oidc-provider/${ISSUER}`;
const NAMESPACES = 40;
/** Of the manifests; the others are service accounts. */
const WORKLOADS = 0.6;

/** What somebody gets wrong, one of the three in turn. */
const FAULTS = ["another namespace in sub", "a role that is not there", "static keys"];

/**
 * The files of a folder, by their names.
 *
 * @param {{ manifests: number, roles: number, broken?: number, seed?: number }} size `broken` is the part of the roles that has something wrong
 * @returns {ReadonlyMap<string, string>}
 */
export function describeFolder({ manifests, roles, broken = 0.03, seed = 1 }) {
  const random = randomFrom(seed);
  const workloads = Math.round(manifests * WORKLOADS);
  const accounts = Array.from({ length: manifests - workloads }, (_, index) => ({
    name: `app-${index}`,
    namespace: `team-${index % NAMESPACES}`,
    role: index < roles ? `app-${index}-role` : null,
    fault: index < roles && random() < broken ? FAULTS[Math.floor(random() * FAULTS.length)] : null,
  }));
  const files = new Map();
  for (const account of accounts) files.set(`clusters/prod/${account.namespace}/${account.name}-sa.yaml`, serviceAccount(account));
  for (let index = 0; index < workloads; index += 1) {
    // Each account has a workload, and some have several.
    const account = accounts[index < accounts.length ? index : Math.floor(random() * accounts.length)];
    const name = index < accounts.length ? account.name : `${account.name}-worker-${index}`;
    files.set(`clusters/prod/${account.namespace}/${name}.yaml`, deployment(name, account, random));
  }
  for (const account of accounts) {
    if (account.role === null) continue;
    files.set(`iam/${account.role}.json`, role(account));
    files.set(`iam/${account.role}-policy.json`, permissions(account));
  }
  files.set("iam/cluster.json", written({ cluster: cluster() }));
  files.set("iam/provider.json", written({ Url: ISSUER, ClientIDList: ["sts.amazonaws.com"], ThumbprintList: [], CreateDate: "2025-03-04T10:11:12+00:00" }));
  return files;
}

function serviceAccount({ name, namespace, role: named, fault }) {
  const arn = `arn:aws:iam::${ACCOUNT}:role/${named}${fault === "a role that is not there" ? "s" : ""}`;
  const annotations = named === null ? "" : `  annotations:\n    eks.amazonaws.com/role-arn: ${arn}\n`;
  return `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/managed-by: Helm
${annotations}`;
}

/** No two are alike in all: ports, probes, resources, variables, sidecars and volumes differ as they do in a cluster. */
function deployment(name, { name: account, namespace, fault }, random) {
  const among = (values) => values[Math.floor(random() * values.length)];
  const port = 8000 + Math.floor(random() * 1000);
  const [memory, cpu] = [among([64, 128, 256, 512]), among([50, 100, 250])];
  const keys =
    fault === "static keys"
      ? `            - name: AWS_ACCESS_KEY_ID
              value: AKIAIOSFODNN7EXAMPLE
            - name: AWS_SECRET_ACCESS_KEY
              value: left-over
`
      : "";
  const sidecar = among(["", "", "", "        - name: log-router\n          image: registry.example.com/log-router:2.31\n"]);
  const volume = among(["tmp", "cache", "data"]);
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/managed-by: Helm
spec:
  replicas: ${among([1, 2, 3])}
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
      annotations:
        checksum/config: "${Math.floor(random() * 2 ** 32).toString(16)}"
    spec:
      serviceAccountName: ${account}
      securityContext:
        fsGroup: ${among([1000, 2000])}
      containers:
        - name: ${name}
          image: registry.example.com/${namespace}/${name}:1.${Math.floor(random() * 40)}.0
          args: [serve, --port=${port}]
          env:
            - name: LOG_LEVEL
              value: ${among(["info", "debug", "warn"])}
            - name: ${among(["DATABASE_URL", "QUEUE_NAME", "FEATURES"])}
              value: ${name}
${keys}          ports:
            - containerPort: ${port}
              name: http
          ${among(["readinessProbe", "livenessProbe"])}:
            httpGet:
              path: /ready
              port: ${among(["http", port])}
            periodSeconds: ${among([5, 10, 30])}
          resources:
            requests:
              cpu: ${cpu}m
              memory: ${memory}Mi
            limits:
              memory: ${memory * 2}Mi
          volumeMounts:
            - name: ${volume}
              mountPath: /${volume}
${sidecar}      volumes:
        - name: ${volume}
          emptyDir: {}
`;
}

function role({ name, namespace, role: own, fault }) {
  const subject = `system:serviceaccount:${fault === "another namespace in sub" ? "elsewhere" : namespace}:${name}`;
  const trust = {
    Effect: "Allow",
    Principal: { Federated: PROVIDER },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: { StringEquals: { [`${ISSUER}:aud`]: "sts.amazonaws.com", [`${ISSUER}:sub`]: subject } },
  };
  return written({
    Role: {
      Path: "/",
      RoleName: own,
      RoleId: "AROAEXAMPLEEXAMPLE12",
      Arn: `arn:aws:iam::${ACCOUNT}:role/${own}`,
      CreateDate: "2025-03-04T10:11:12+00:00",
      AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [trust] },
      MaxSessionDuration: 3600,
      Tags: [{ Key: "team", Value: namespace }],
      RoleLastUsed: { LastUsedDate: "2026-01-04T10:11:12+00:00", Region: REGION },
    },
  });
}

function permissions({ name, role: own }) {
  const bucket = `arn:aws:s3:::${name}-data`;
  const statements = [
    { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject", "s3:ListBucket"], Resource: [bucket, `${bucket}/*`] },
    { Effect: "Allow", Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage"], Resource: `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}` },
  ];
  return written({ RoleName: own, PolicyName: "app", PolicyDocument: { Version: "2012-10-17", Statement: statements } });
}

function cluster() {
  return {
    name: "prod",
    arn: `arn:aws:eks:${REGION}:${ACCOUNT}:cluster/prod`,
    version: "1.33",
    endpoint: "https://0123456789ABCDEF.gr7.eu-west-1.eks.amazonaws.com",
    identity: { oidc: { issuer: `https://${ISSUER}` } },
    status: "ACTIVE",
  };
}

function written(value) {
  return `${JSON.stringify(value, null, 4)}\n`;
}

/** A linear congruential generator with the constants of Numerical Recipes: even is not needed, the same everywhere is. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
