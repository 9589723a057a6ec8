// The life of an image with the core of the current official Go SDK (ACS3-HMAC-SHA256). The thin package of typed methods
// around it is not needed for a call. Prints the outcomes as JSON.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	"github.com/alibabacloud-go/tea/dara"
	"github.com/alibabacloud-go/tea/tea"
)

const region = "cn-hangzhou"

var image = os.Getenv("SWAS_IMAGE")

func client(secret string) *openapi.Client {
	made, err := openapi.NewClient(&openapi.Config{
		AccessKeyId:     dara.String(os.Getenv("SWAS_KEY")),
		AccessKeySecret: dara.String(secret),
		Endpoint:        dara.String(os.Getenv("SWAS_ENDPOINT")),
		Protocol:        dara.String("http"),
	})
	if err != nil {
		panic(err)
	}
	return made
}

// call answers the status, or the code of the error that the SDK makes of any other answer.
func call(api *openapi.Client, action string, query map[string]*string) any {
	params := &openapi.Params{
		Action:      dara.String(action),
		Version:     dara.String("2020-06-01"),
		Protocol:    dara.String("HTTP"),
		Pathname:    dara.String("/"),
		Method:      dara.String("POST"),
		AuthType:    dara.String("AK"),
		Style:       dara.String("RPC"),
		ReqBodyType: dara.String("formData"),
		BodyType:    dara.String("json"),
	}
	answer, err := api.CallApi(params, &openapi.OpenApiRequest{Query: query}, &dara.RuntimeOptions{})
	var refused *tea.SDKError
	if errors.As(err, &refused) {
		return tea.StringValue(refused.Code)
	}
	if err != nil {
		panic(err)
	}
	return answer["statusCode"]
}

func modify(api *openapi.Client, operation string) any {
	return call(api, "ModifyImageShareStatus", map[string]*string{
		"RegionId":  dara.String(region),
		"ImageId":   dara.String(image),
		"Operation": dara.String(operation),
	})
}

func remove(api *openapi.Client) any {
	ids, _ := json.Marshal([]string{image})
	return call(api, "DeleteCustomImages", map[string]*string{
		"RegionId": dara.String(region),
		"ImageIds": dara.String(string(ids)),
	})
}

func main() {
	right, wrong := client(os.Getenv("SWAS_SECRET")), client("wrong-secret")
	outcomes, _ := json.Marshal([]any{
		remove(wrong), modify(right, "Share"), remove(right), modify(right, "UnShare"), remove(right), remove(right),
	})
	fmt.Println(string(outcomes))
}
