#!/bin/sh
# Regenerates generated-*/ from the OpenSSL sources inside the crate openssl-src.
# A maintainer's tool, needs perl, make and gcc; building resettle needs none but a C compiler.
# usage: regen.sh <path of openssl-src-300.6.1+3.6.3/openssl>
set -eu
here=$(cd "$(dirname "$0")" && pwd)
orig=$1
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
export SOURCE_DATE_EPOCH=0 LC_ALL=C
# The perlasm scripts ask "$CC" for the assembler's version and leave out what it can't do.
# Say 2.24 (2013): the result assembles with any binutils since then, and the 4 MB of AVX-512 code stay out.
mkdir "$tmp/bin"; cat > "$tmp/bin/gcc" <<'X'
#!/bin/sh
case "$*" in *-Wa,-v*) echo "GNU assembler version 2.24 (x86_64-linux-gnu) using BFD version 2.24"; exit 0;; esac
exec /usr/bin/gcc "$@"
X
chmod +x "$tmp/bin/gcc"; PATH="$tmp/bin:$PATH"

# $1: name of the variant, $2: OpenSSL's configuration target, $3...: more options
variant() {
  name=$1; target=$2; shift 2
  out="$here/generated-$name"; work="$tmp/$name"
  cp -r "$orig" "$work"; cd "$work"
  perl Configure "$target" --prefix=/usr --openssldir=/etc/ssl --libdir=lib "$@" \
    no-shared no-module no-dso no-tests no-apps no-docs no-engine no-legacy no-comp no-zlib \
    no-async no-autoload-config no-ui-console no-quic no-srp no-srtp no-dtls no-ssl3 no-tls1 no-tls1_1 \
    no-ts no-cms no-ct no-cmp no-psk no-gost no-idea no-seed no-camellia no-aria no-cast no-bf no-rc2 \
    no-rc4 no-mdc2 no-rmd160 no-whirlpool no-sm2 no-sm3 no-sm4 no-siphash no-scrypt no-argon2 no-ec2m \
    no-ml-dsa no-slh-dsa no-dsa enable-ec_nistp_64_gcc_128 >/dev/null
  make build_generated >/dev/null 2>&1
  make -n libcrypto.a libssl.a > "$tmp/maken"
  rm -rf "$out"; mkdir -p "$out"
  grep -- ' -c ' "$tmp/maken" | grep -oE '[^ ]+\.[csS]$' | sort -u > "$out/sources.txt"
  grep -- ' -c ' "$tmp/maken" | grep -oE -- '-D[A-Z0-9_a-z]+' | sed 's/^-D//' | sort -u \
    | grep -vE 'DIR$|^(NDEBUG|OPENSSL_BUILDING_OPENSSL|OPENSSL_PIC|OPENSSL_USE_NODELETE)$' > "$out/defines.txt" || true
  make $(grep -E '_gen\.c$|\.[sS]$' "$out/sources.txt") crypto/buildinf.h \
    $(grep -oE 'providers/common/include/prov/der_[a-z]+\.h' "$tmp/maken" | sort -u) >/dev/null 2>&1
  sed -i 's|^\(.*define DATE\).*|\1 "built on: not recorded"|' crypto/buildinf.h
  ( diff -rq "$orig" . || true ) | sed -n 's/^Only in \.\/\?\([^:]*\): \(.*\)$/\1\/\2/p' | sed 's|^/||' \
    | grep -E '^(crypto|include|providers|ssl)/.*\.([chsS]|inc)$' | while read -r f; do
      mkdir -p "$out/$(dirname "$f")"; cp "$f" "$out/$f"; done
}
variant generic64 linux-generic64 no-asm
variant linux-x86_64 linux-x86_64
# the second variant only keeps what differs from the first
cd "$here/generated-linux-x86_64"
rm -f crypto/buildinf.h
find . -type f | while read -r f; do if cmp -s "$f" "../generated-generic64/$f"; then rm "$f"; fi; done
find . -type d -empty -delete
