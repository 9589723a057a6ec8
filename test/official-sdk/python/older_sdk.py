"""The life of an image with the older official SDK (HMAC-SHA1), by GET and POST. Prints the outcomes as JSON."""

import json
import os

from aliyunsdkcore.acs_exception.exceptions import ServerException
from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.request import CommonRequest

REGION = "cn-hangzhou"
IMAGE = os.environ["SWAS_IMAGE"]


def client(secret: str) -> AcsClient:
    return AcsClient(os.environ["SWAS_KEY"], secret, REGION, auto_retry=False)


def call(api: AcsClient, action: str, method: str, **parameters: str) -> object:
    request = CommonRequest()
    request.set_domain(os.environ["SWAS_ENDPOINT"])
    request.set_protocol_type("http")
    request.set_version("2020-06-01")
    request.set_action_name(action)
    request.set_method(method)
    for name, value in {"RegionId": REGION, **parameters}.items():
        if method == "POST":
            request.add_body_params(name, value)
        else:
            request.add_query_param(name, value)
    try:
        json.loads(api.do_action_with_exception(request))
        return 200
    except ServerException as error:
        return error.get_error_code()


def modify(api: AcsClient, operation: str, method: str) -> object:
    return call(api, "ModifyImageShareStatus", method, ImageId=IMAGE, Operation=operation)


def delete(api: AcsClient, method: str) -> object:
    return call(api, "DeleteCustomImages", method, ImageIds=json.dumps([IMAGE]))


right = client(os.environ["SWAS_SECRET"])
wrong = client("wrong-secret")
print(
    json.dumps(
        [
            delete(wrong, "GET"),
            modify(right, "Share", "POST"),
            delete(right, "GET"),
            modify(right, "UnShare", "GET"),
            delete(right, "POST"),
            delete(right, "GET"),
        ]
    )
)
