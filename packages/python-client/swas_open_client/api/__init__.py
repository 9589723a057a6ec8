# flake8: noqa

# import apis into api package
from swas_open_client.api.custom_images_api import CustomImagesApi

