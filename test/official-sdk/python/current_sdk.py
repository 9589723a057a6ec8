"""The life of an image with the current official SDK (ACS3-HMAC-SHA256). Prints each outcome as a line of JSON."""

import json
import os

from alibabacloud_swas_open20200601 import models
from alibabacloud_swas_open20200601.client import Client
from alibabacloud_tea_openapi.models import Config

REGION = "cn-hangzhou"
IMAGE = os.environ["SWAS_IMAGE"]


def client(secret: str) -> Client:
    return Client(
        Config(
            access_key_id=os.environ["SWAS_KEY"],
            access_key_secret=secret,
            endpoint=os.environ["SWAS_ENDPOINT"],
            protocol="http",
        )
    )


def outcome(call) -> object:
    try:
        return call().status_code
    except Exception as error:  # The SDK raises a class of its own for every answer that is an error.
        return error.code


def modify(api: Client, operation: str) -> object:
    request = models.ModifyImageShareStatusRequest(region_id=REGION, image_id=IMAGE, operation=operation)
    return outcome(lambda: api.modify_image_share_status(request))


def delete(api: Client) -> object:
    request = models.DeleteCustomImagesRequest(region_id=REGION, image_ids=json.dumps([IMAGE]))
    return outcome(lambda: api.delete_custom_images(request))


right = client(os.environ["SWAS_SECRET"])
wrong = client("wrong-secret")
print(
    json.dumps(
        [
            delete(wrong),
            modify(right, "Share"),
            delete(right),
            modify(right, "UnShare"),
            delete(right),
            delete(right),
        ]
    )
)
