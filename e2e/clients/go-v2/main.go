// What each client does here, as an app would write it: no setting of its own.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/aws/smithy-go"
)

type result map[string]any

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return value
}

func identity(ctx context.Context, cfg aws.Config) result {
	return result{"arn": *must(sts.NewFromConfig(cfg).GetCallerIdentity(ctx, &sts.GetCallerIdentityInput{})).Arn}
}

func objects(ctx context.Context, cfg aws.Config, bucket string) result {
	client := s3.NewFromConfig(cfg)
	key, big := aws.String("hello.txt"), aws.String("big")
	must(client.PutObject(ctx, &s3.PutObjectInput{Bucket: &bucket, Key: key, Body: bytes.NewReader([]byte("hello"))}))
	got := must(io.ReadAll(must(client.GetObject(ctx, &s3.GetObjectInput{Bucket: &bucket, Key: key})).Body))
	upload := must(client.CreateMultipartUpload(ctx, &s3.CreateMultipartUploadInput{Bucket: &bucket, Key: big})).UploadId
	var parts []types.CompletedPart
	for index, size := range []int{5 << 20, 1} {
		number := aws.Int32(int32(index + 1))
		input := &s3.UploadPartInput{Bucket: &bucket, Key: big, UploadId: upload, PartNumber: number, Body: bytes.NewReader(make([]byte, size))}
		parts = append(parts, types.CompletedPart{PartNumber: number, ETag: must(client.UploadPart(ctx, input)).ETag})
	}
	must(client.CompleteMultipartUpload(ctx, &s3.CompleteMultipartUploadInput{
		Bucket: &bucket, Key: big, UploadId: upload, MultipartUpload: &types.CompletedMultipartUpload{Parts: parts},
	}))
	size := must(client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &bucket, Key: big})).ContentLength
	listed := []string{}
	for _, item := range must(client.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &bucket})).Contents {
		listed = append(listed, *item.Key)
	}
	signed := must(s3.NewPresignClient(client).PresignGetObject(ctx, &s3.GetObjectInput{Bucket: &bucket, Key: key}))
	presigned := must(io.ReadAll(must(http.Get(signed.URL)).Body))
	return result{"got": string(got), "listed": listed, "size": size, "presigned": string(presigned)}
}

func rotation(ctx context.Context, cfg aws.Config, seconds string) result {
	client, calls := sts.NewFromConfig(cfg), 0
	for end := time.Now().Add(time.Duration(must(strconv.Atoi(seconds))) * time.Second); time.Now().Before(end); calls++ {
		must(client.GetCallerIdentity(ctx, &sts.GetCallerIdentityInput{}))
		time.Sleep(500 * time.Millisecond)
	}
	return result{"calls": calls}
}

func refusal(ctx context.Context, cfg aws.Config, bucket string) result {
	_, err := s3.NewFromConfig(cfg).GetObject(ctx, &s3.GetObjectInput{Bucket: &bucket, Key: aws.String("hello.txt")})
	if err == nil {
		return result{"type": nil}
	}
	var api smithy.APIError
	if errors.As(err, &api) {
		return result{"type": api.ErrorCode(), "text": err.Error()}
	}
	return result{"type": fmt.Sprintf("%T", err), "text": err.Error()}
}

func main() {
	ctx := context.Background()
	cfg := must(config.LoadDefaultConfig(ctx))
	var done result
	switch os.Args[1] {
	case "identity":
		done = identity(ctx, cfg)
	case "objects":
		done = objects(ctx, cfg, os.Args[2])
	case "rotation":
		done = rotation(ctx, cfg, os.Args[2])
	case "refusal":
		done = refusal(ctx, cfg, os.Args[2])
	}
	fmt.Println(string(must(json.Marshal(done))))
}
