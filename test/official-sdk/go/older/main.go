// The life of an image with the older official Go SDK (HMAC-SHA1). Prints the outcomes as JSON.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	sdkerrors "github.com/aliyun/alibaba-cloud-sdk-go/sdk/errors"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	swas "github.com/aliyun/alibaba-cloud-sdk-go/services/swas-open"
)

const region = "cn-hangzhou"

var image = os.Getenv("SWAS_IMAGE")

func client(secret string) *swas.Client {
	made, err := swas.NewClientWithAccessKey(region, os.Getenv("SWAS_KEY"), secret)
	if err != nil {
		panic(err)
	}
	return made
}

// point sends a request to the gateway instead of the region's endpoint.
func point(request *requests.RpcRequest) {
	request.Domain = os.Getenv("SWAS_ENDPOINT")
	request.Scheme = "http"
}

func outcome(status int, err error) any {
	// A wrong signature has a class of its own, so the interface is asked for.
	var refused sdkerrors.Error
	if errors.As(err, &refused) {
		return refused.ErrorCode()
	}
	if err != nil {
		panic(err)
	}
	return status
}

func modify(api *swas.Client, operation string) any {
	request := swas.CreateModifyImageShareStatusRequest()
	point(request.RpcRequest)
	request.ImageId, request.Operation = image, operation
	answer, err := api.ModifyImageShareStatus(request)
	return outcome(answer.GetHttpStatus(), err)
}

func remove(api *swas.Client) any {
	ids, _ := json.Marshal([]string{image})
	request := swas.CreateDeleteCustomImagesRequest()
	point(request.RpcRequest)
	request.ImageIds = string(ids)
	answer, err := api.DeleteCustomImages(request)
	return outcome(answer.GetHttpStatus(), err)
}

func main() {
	right, wrong := client(os.Getenv("SWAS_SECRET")), client("wrong-secret")
	outcomes, _ := json.Marshal([]any{
		remove(wrong), modify(right, "Share"), remove(right), modify(right, "UnShare"), remove(right), remove(right),
	})
	fmt.Println(string(outcomes))
}
