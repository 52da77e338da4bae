/**
 * The typed structures through which Kubernetes' encoder sends a container: which keys there are, in which order, and which stand even when they are zero.
 * A key is followed by the type of its value: a structure's name, `[]` for a list of it, or nothing for a scalar. `!` marks a key that always stands.
 * @see webhook.md, section 8
 */
export const STRUCTURES: Readonly<Record<string, readonly string[]>> = {
  container: [
    "name!", "image", "command", "args", "workingDir", "ports:port[]", "envFrom:envFrom[]", "env:env[]", "resources!:resources",
    "resizePolicy:resizePolicy[]", "restartPolicy", "restartPolicyRules:restartPolicyRule[]", "volumeMounts:volumeMount[]", "volumeDevices:volumeDevice[]",
    "livenessProbe:probe", "readinessProbe:probe", "startupProbe:probe", "lifecycle:lifecycle", "terminationMessagePath", "terminationMessagePolicy",
    "imagePullPolicy", "securityContext:securityContext", "stdin", "stdinOnce", "tty",
  ],
  port: ["name", "hostPort", "containerPort!0", "protocol", "hostIP"],
  envFrom: ["prefix", "configMapRef:reference", "secretRef:reference"],
  reference: ["name", "optional?"],
  env: ["name!", "value", "valueFrom:valueFrom"],
  valueFrom: ["fieldRef:fieldRef", "resourceFieldRef:resourceFieldRef", "configMapKeyRef:keyRef", "secretKeyRef:keyRef", "fileKeyRef:fileKeyRef"],
  fieldRef: ["apiVersion", "fieldPath!"],
  resourceFieldRef: ["containerName", "resource!", "divisor!quantity"],
  keyRef: ["name", "key!", "optional?"],
  fileKeyRef: ["volumeName!", "path!", "key!", "optional?"],
  resources: ["limits:quantities", "requests:quantities", "claims:claim[]"],
  claim: ["name!", "request"],
  resizePolicy: ["resourceName!", "restartPolicy!"],
  restartPolicyRule: ["action", "exitCodes:exitCodes"],
  exitCodes: ["operator", "values"],
  volumeMount: ["name!", "readOnly", "recursiveReadOnly?", "mountPath!", "subPath", "mountPropagation?", "subPathExpr"],
  volumeDevice: ["name!", "devicePath!"],
  probe: [
    "exec:exec", "httpGet:httpGet", "tcpSocket:tcpSocket", "grpc:grpc", "initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold",
    "failureThreshold", "terminationGracePeriodSeconds?",
  ],
  exec: ["command"],
  httpGet: ["path", "port!0", "host", "scheme", "httpHeaders:header[]"],
  header: ["name!", "value!"],
  tcpSocket: ["port!0", "host"],
  grpc: ["port!null", "service!null"],
  lifecycle: ["postStart:hook", "preStop:hook", "stopSignal?"],
  hook: ["exec:exec", "httpGet:httpGet", "tcpSocket:tcpSocket", "sleep:sleep"],
  sleep: ["seconds!0"],
  securityContext: [
    "capabilities:capabilities", "privileged?", "seLinuxOptions:seLinuxOptions", "windowsOptions:windowsOptions", "runAsUser?", "runAsGroup?", "runAsNonRoot?",
    "readOnlyRootFilesystem?", "allowPrivilegeEscalation?", "procMount?", "seccompProfile:profile", "appArmorProfile:profile",
  ],
  capabilities: ["add", "drop"],
  seLinuxOptions: ["user", "role", "type", "level"],
  windowsOptions: ["gmsaCredentialSpecName?", "gmsaCredentialSpec?", "runAsUserName?", "hostProcess?"],
  profile: ["type!", "localhostProfile?"],
};
