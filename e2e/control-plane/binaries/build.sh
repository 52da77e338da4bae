# Kubernetes' programs of the release that go.mod names, and Debian's etcd, into the folder $1; the last line is their versions.
# Go's modules and build cache (4 GB) are in the folder $2 only while this runs.
set -euo pipefail
programs=$1 work=$2
release=$(sed -n 's/^\tk8s.io\/kubernetes //p' go.mod)
IFS=. read -r major minor _ <<< "${release#v}"
mkdir -p "$programs"

# Installed, the package would start etcd as a service; only its program is wanted.
(
  cd "$work"
  apt-get download -qq etcd-server || { apt-get update -qq && apt-get download -qq etcd-server; }
  dpkg -x etcd-server_*.deb etcd
)
cp "$work/etcd/usr/bin/etcd" "$programs"
"$programs/etcd" --version

module=$work/module
mkdir -p "$module"
cp go.mod go.sum "$module"
cd "$module"
export GOMODCACHE=$work/modules GOCACHE=$work/compiled GOFLAGS="-modcacherw -buildvcs=false" GOTOOLCHAIN=local CGO_ENABLED=0
go mod download k8s.io/kubernetes k8s.io/cri-client

# By itself the hollow kubelet listens on every address of the machine, though nobody calls it, and leaves its files in /tmp: it is built from a copy.
kubernetes=$(go list -m -f '{{.Dir}}' k8s.io/kubernetes)
mkdir -p kubemark/{app,hollow,fake}
cp "$kubernetes"/cmd/kubemark/hollow-node.go kubemark
cp "$kubernetes"/cmd/kubemark/app/hollow_node.go kubemark/app
cp "$kubernetes"/pkg/kubemark/hollow_kubelet.go kubemark/hollow
cp "$(go list -m -f '{{.Dir}}' k8s.io/cri-client)"/pkg/fake/{doc,endpoint,fake_image_service,fake_runtime}.go kubemark/fake
# $1 a file, $2 a part of a line, $3 what stands in its place
change() {
  if ! grep -qF -- "$2" "kubemark/$1"; then
    echo "$1 of Kubernetes $release has no $2" >&2
    exit 1
  fi
  sed -i "s#$2#$3#" "kubemark/$1"
}
with_os='import (\n\t"os"'
change hollow-node.go k8s.io/kubernetes/cmd/kubemark/app irsa-sim/control-plane/kubemark/app
change app/hollow_node.go k8s.io/cri-client/pkg/fake irsa-sim/control-plane/kubemark/fake
change app/hollow_node.go k8s.io/kubernetes/pkg/kubemark irsa-sim/control-plane/kubemark/hollow
change hollow/hollow_kubelet.go 'import (' "$with_os"
change hollow/hollow_kubelet.go 'c.EnableServer = true' 'c.EnableServer = false'
change hollow/hollow_kubelet.go '"hollow-kubelet.", ""' '"hollow-kubelet.", os.Getenv("HOME")'
change fake/endpoint.go 'import (' "$with_os"
change fake/endpoint.go 'const (' 'var ('
change fake/endpoint.go '"unix:///tmp/' '"unix://" + os.Getenv("HOME") + "/'

version=k8s.io/component-base/version
flags="-s -w -X $version.gitVersion=$release -X $version.gitMajor=$major -X $version.gitMinor=$minor -X $version.gitTreeState=clean"
go build -trimpath -ldflags "$flags" -o "$programs/" k8s.io/kubernetes/cmd/kube-apiserver k8s.io/kubernetes/cmd/kube-controller-manager ./kubemark

[ "$("$programs/kube-apiserver" --version)" = "Kubernetes $release" ]
echo "Kubernetes $release, etcd $("$programs/etcd" --version | sed -n 's/^etcd Version: //p')"
