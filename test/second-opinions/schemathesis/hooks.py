"""Tells Schemathesis of parameters that hold JSON as text: their values are made from `contentSchema`."""

import json
import uuid

import schemathesis
from hypothesis import strategies

METHODS = ('get', 'put', 'post', 'delete', 'patch')


def resolved(schema, document):
    """The schema with local references followed, so that it can be used on its own."""
    if isinstance(schema, list):
        return [resolved(item, document) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if '$ref' in schema:
        target = document
        for part in schema['$ref'].removeprefix('#/').split('/'):
            target = target[part]
        return resolved(target, document)
    return {name: resolved(value, document) for name, value in schema.items()}


def values(schema):
    """Valid values of the few kinds of schema that such parameters have; another kind has to be added here."""
    kind = schema.get('type')
    if kind == 'string':
        alphabet = strategies.characters(exclude_categories=['Cs'])
        return strategies.text(alphabet, min_size=schema.get('minLength', 0), max_size=schema.get('maxLength', 40))
    if kind == 'array':
        least, most = schema.get('minItems', 0), schema.get('maxItems', 20)
        return strategies.lists(values(schema['items']), min_size=least, max_size=most)
    raise NotImplementedError(f'values of the schema {schema}')


def json_texts(schema):
    """Texts of valid values: without white space, and with the white space that JSON allows."""
    compact = {'separators': (',', ':'), 'ensure_ascii': False}
    styles = strategies.sampled_from([{}, compact, {'indent': 1}])
    return strategies.builds(lambda value, style: json.dumps(value, **style), values(schema), styles)


def parameters(document):
    """Every parameter with the operation that it belongs to."""
    for path in document.get('paths', {}).values():
        for method in METHODS:
            for parameter in path.get(method, {}).get('parameters', []):
                yield path[method]['operationId'], parameter


def refined(name, schema, document):
    """The schema of a parameter with what OpenAPI leaves to the reader."""
    schema = resolved(schema, document)
    if schema.get('contentMediaType') == 'application/json' and 'contentSchema' in schema:
        schemathesis.openapi.format(name, json_texts(schema['contentSchema']))
        return {**schema, 'format': name}
    return schema


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """Makes texts that hold JSON a format of their own, and an empty text of a required parameter a missing one.

    The second is how the gateway of these products reads a query string. No page limits the length of such a text, so the spec
    does not either.
    """
    for operation, parameter in parameters(raw_schema):
        schema = refined(f'json-{operation}-{parameter["name"]}', parameter['schema'], raw_schema)
        if parameter.get('required') and schema.get('type') == 'string':
            schema = {'minLength': 1, **schema}
        parameter['schema'] = schema


# What each token came with first, by the operation.
requests_by_token = {}


@schemathesis.hook
def before_call(context, case, kwargs):
    """Gives a request a token of its own where another request had that one: only a repeated request may carry it again."""
    definition = case.operation.definition.raw
    name = definition.get('x-acs-idempotency-parameter')
    token = (case.query or {}).get(name)
    # A token that is wrong on purpose stays so.
    if not isinstance(token, str) or token == '' or not case.meta.generation.mode.is_positive:
        return
    request = json.dumps(case.query, sort_keys=True, default=str)
    if requests_by_token.setdefault((definition['operationId'], token), request) != request:
        case.query[name] = uuid.uuid4().hex
