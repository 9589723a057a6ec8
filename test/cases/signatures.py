#!/usr/bin/env python3
"""Computes every signature of cases.json anew, from the documents' description alone.

Shares no code with any signer of this repository, and uses nothing outside Python's standard library.

    python3 signatures.py            compare; exits with 1 and tells what differs
    python3 signatures.py --write    fill in what the cases leave out, or what changed
"""

import base64
import hashlib
import hmac
import json
import pathlib
import sys
import urllib.parse

CASES = pathlib.Path(__file__).with_name('cases.json')
EMPTY_BODY = hashlib.sha256(b'').hexdigest()


def encode(text):
    """RFC 3986: everything but letters, digits and `-_.~` is escaped, a space as %20."""
    return urllib.parse.quote(text, safe='-_.~')


def canonical_query(parameters):
    return '&'.join(f'{encode(name)}={encode(value)}' for name, value in sorted(parameters.items()))


def acs3(signature, keys, query):
    """ACS3-HMAC-SHA256: the request in a fixed form is hashed, and the hash is signed with the secret as it is."""
    key = keys[signature['key']]
    headers = {
        'host': signature['host'],
        'x-acs-content-sha256': EMPTY_BODY,
        'x-acs-date': signature['date'],
        'x-acs-signature-nonce': signature['nonce'],
        **signature.get('headers', {}),
    }
    if 'securityToken' in key and not signature.get('withoutSecurityToken', False):
        headers['x-acs-security-token'] = key['securityToken']
    names = ';'.join(sorted(headers))
    lines = ''.join(f'{name}:{headers[name].strip()}\n' for name in sorted(headers))
    request = '\n'.join(
        [signature['method'], '/', canonical_query(query), lines, names, headers['x-acs-content-sha256']]
    )
    text = 'ACS3-HMAC-SHA256\n' + hashlib.sha256(request.encode()).hexdigest()
    value = hmac.new(key['accessKeySecret'].encode(), text.encode(), hashlib.sha256).hexdigest()
    authorization = f'ACS3-HMAC-SHA256 Credential={key["accessKeyId"]},SignedHeaders={names},Signature={value}'
    return {
        'signedHeaders': dict(sorted(headers.items())),
        'canonicalRequest': request,
        'stringToSign': text,
        'authorization': authorization,
    }


def rpc(signature, keys, query):
    """The older signature: HMAC-SHA1 over verb and parameters, with `&` behind the secret."""
    key = keys[signature['key']]
    parameters = {
        'AccessKeyId': key['accessKeyId'],
        'SignatureMethod': 'HMAC-SHA1',
        'SignatureNonce': signature['nonce'],
        'SignatureVersion': '1.0',
        'Timestamp': signature['date'],
        **signature.get('parameters', {}),
        **query,
    }
    if 'securityToken' in key and not signature.get('withoutSecurityToken', False):
        parameters['SecurityToken'] = key['securityToken']
    text = f'{signature["method"]}&%2F&{encode(canonical_query(parameters))}'
    secret = (key['accessKeySecret'] + '&').encode()
    value = base64.b64encode(hmac.new(secret, text.encode(), hashlib.sha1).digest()).decode()
    return {'signedParameters': dict(sorted(parameters.items())), 'stringToSign': text, 'signature': value}


ALGORITHMS = {'ACS3-HMAC-SHA256': acs3, 'HMAC-SHA1': rpc}


def signatures(document):
    """Every signature with the query that it covers."""
    for case in document['cases']:
        for signature in case.get('signatures', []):
            yield case['id'], signature, case['query']
    for vector in document['published']:
        yield vector['id'], vector, vector['query']


def main(arguments):
    document = json.loads(CASES.read_text(encoding='utf-8'))
    differing = []
    count = 0
    for name, signature, query in signatures(document):
        computed = ALGORITHMS[signature['algorithm']](signature, document['keys'], query)
        count += 1
        for member, value in computed.items():
            # What was published stays as it was: there the computation is what is examined.
            if 'source' in signature and member not in signature:
                continue
            if signature.get(member) != value:
                differing.append(f'{name} ({signature["algorithm"]}): {member}')
            if 'source' not in signature:
                signature[member] = value
    if '--write' in arguments and differing:
        CASES.write_text(json.dumps(document, indent=2, ensure_ascii=False) + '\n', encoding='utf-8')
        print(f'{count} signatures computed, {len(differing)} values written')
        return 0
    for line in differing:
        print(f'differs: {line}', file=sys.stderr)
    print(f'{count} signatures computed, {len(differing)} values differ')
    return 1 if differing else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
