"""Drives the emitted client through an image's life, against the gateway that SWAS_ENDPOINT names."""

import json
import os

import pytest

import swas_open_client
from swas_open_client.exceptions import BadRequestException, NotFoundException

REGION = "cn-hangzhou"


@pytest.fixture
def images():
    configuration = swas_open_client.Configuration(host=os.environ["SWAS_ENDPOINT"])
    with swas_open_client.ApiClient(configuration) as connection:
        yield swas_open_client.CustomImagesApi(connection)


def delete(images, *ids):
    return images.delete_custom_images(REGION, json.dumps(ids))


def test_a_shared_image_cannot_be_deleted_until_it_is_unshared(images):
    image = "m-mock0001"
    assert images.modify_image_share_status(REGION, image, "Share").request_id

    with pytest.raises(BadRequestException) as refused:
        delete(images, image)
    assert refused.value.status == 400
    assert refused.value.data.code == "CustomImageInShare"
    assert refused.value.data.request_id

    assert images.modify_image_share_status(REGION, image, "UnShare").request_id
    assert delete(images, image).request_id
    with pytest.raises(NotFoundException):
        delete(images, image)


def test_several_images_are_deleted_by_one_call(images):
    assert delete(images, "m-mock0002", "m-mock0003").request_id
    with pytest.raises(NotFoundException):
        images.modify_image_share_status(REGION, "m-mock0003", "Share")


def test_an_unknown_image_is_not_found(images):
    with pytest.raises(NotFoundException) as missing:
        delete(images, "m-nobodymadethis")
    assert missing.value.data.code == "InvalidImageId.NotFound"


def test_the_same_token_deletes_once(images):
    ids, token = json.dumps(["m-mock0004"]), "python-client-token"
    first = images.delete_custom_images(REGION, ids, client_token=token)
    again = images.delete_custom_images(REGION, ids, client_token=token)
    assert first.request_id and again.request_id


def test_an_unknown_operation_is_refused_with_its_code(images):
    with pytest.raises(BadRequestException) as refused:
        images.modify_image_share_status(REGION, "m-mock0005", "share")
    assert refused.value.data.code == "InvalidParam.OperationIllegal"


def test_the_client_itself_refuses_a_long_token(images):
    with pytest.raises(ValueError):
        images.delete_custom_images(REGION, '["m-mock0005"]', client_token="x" * 65)
