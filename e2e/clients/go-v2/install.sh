go build -o app .
go list -m -f '{{.Version}}' github.com/aws/aws-sdk-go-v2 | tr -d v
