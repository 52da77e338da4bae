/** How the programs of a control plane are started: on loopback alone, with files of one run. */
import type { ClusterFiles } from "./cluster-files.js";

type Paths = ClusterFiles["paths"];

/** Of etcd, whose data nobody wants to keep. */
export function etcdArguments({ etcdPort, peerPort }: { readonly etcdPort: number; readonly peerPort: number }): readonly string[] {
  const [clients, peers] = [`http://127.0.0.1:${etcdPort}`, `http://127.0.0.1:${peerPort}`];
  return [
    "--data-dir=etcd",
    ...[`--listen-client-urls=${clients}`, `--advertise-client-urls=${clients}`],
    ...[`--listen-peer-urls=${peers}`, `--initial-advertise-peer-urls=${peers}`, `--initial-cluster=default=${peers}`],
  ];
}

/** Of kube-apiserver: RBAC, NodeRestriction, and tokens of at most a day. */
export function apiServerArguments(of: {
  readonly etcdPort: number;
  readonly apiPort: number;
  readonly issuer: string;
  readonly paths: Paths;
}): readonly string[] {
  const { etcdPort, apiPort, issuer, paths } = of;
  return [
    `--etcd-servers=http://127.0.0.1:${etcdPort}`,
    ...["--bind-address=127.0.0.1", `--secure-port=${apiPort}`, "--advertise-address=127.0.0.1", "--endpoint-reconciler-type=none"],
    ...[`--tls-cert-file=${paths.certificate}`, `--tls-private-key-file=${paths.certificateKey}`],
    ...[`--service-account-issuer=${issuer}`, `--service-account-signing-key-file=${paths.signingKey}`, `--service-account-key-file=${paths.verifyingKey}`],
    "--service-account-max-token-expiration=24h",
    ...["--authorization-mode=Node,RBAC", "--enable-admission-plugins=NodeRestriction", `--token-auth-file=${paths.tokens}`],
    "--service-cluster-ip-range=10.0.0.0/24",
  ];
}

/** What makes pods, and what every namespace gets. */
const CONTROLLERS = [
  ...["serviceaccount-controller", "root-ca-certificate-publisher-controller", "namespace-controller"],
  ...["deployment-controller", "replicaset-controller", "job-controller", "statefulset-controller", "daemonset-controller"],
];

/** Of kube-controller-manager, which serves nothing. */
export function controllerManagerArguments({ paths }: { readonly paths: Paths }): readonly string[] {
  return [
    ...[`--kubeconfig=${paths.adminKubeconfig}`, "--leader-elect=false", "--secure-port=0", `--controllers=${CONTROLLERS.join(",")}`],
    `--root-ca-file=${paths.certificateAuthority}`,
  ];
}

/** Of kubemark as a kubelet; it serves nothing either. */
export function kubeletArguments({ nodeName, paths }: { readonly nodeName: string; readonly paths: Paths }): readonly string[] {
  return ["--morph=kubelet", `--name=${nodeName}`, `--kubeconfig=${paths.nodeKubeconfig}`, "--use-host-image-service=false", "--kubelet-read-only-port=0"];
}
