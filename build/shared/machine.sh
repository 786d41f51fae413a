# What the scripts need on the machine. As root on a Debian-like system what is missing is installed.
#
# PostgreSQL, as the tool finds it: a connection string, local binaries, Docker; Debian's package where there is none of these.

apt_install() {
  local sudo=""
  if [ "$(id -u)" -ne 0 ]; then sudo=sudo; fi
  echo "\$ ${sudo:+$sudo }apt-get install $*"
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# Needs the tool: build/install comes first.
postgresql_is_missing() {
  if [ -n "${ConnectionStrings__Default-}${DATABASE_URL-}" ]; then return 1; fi
  local findings
  findings=$(artifacts/bin/be doctor --output json || true) # its exit code is 1 when something is missing
  grep -A 1 '"check": "PostgreSQL"' <<<"$findings" | grep -q '"state": "fail"'
}

install_postgresql_if_missing() {
  if ! postgresql_is_missing; then return; fi
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    artifacts/bin/be doctor | grep -A 1 PostgreSQL >&2
    exit 1
  fi
  # Debian's package would start a cluster of its own at once.
  mkdir -p /etc/postgresql-common
  if ! grep -qs '^create_main_cluster' /etc/postgresql-common/createcluster.conf; then
    echo 'create_main_cluster = false' >>/etc/postgresql-common/createcluster.conf
  fi
  apt_install postgresql
}

# What the end-to-end tests run besides: nginx is the gateway of microservices, RabbitMQ carries events, buildah builds images. Where one is missing and cannot be
# installed, the tests that need it fail and say so.
install_end_to_end_programs_if_missing() {
  local missing=""
  if ! command -v nginx >/dev/null; then missing="$missing nginx-light"; fi
  if ! command -v rabbitmq-server >/dev/null; then missing="$missing rabbitmq-server"; fi
  if ! command -v buildah >/dev/null; then missing="$missing buildah"; fi
  if ! command -v debootstrap >/dev/null; then missing="$missing debootstrap"; fi
  if [ -z "$missing" ] || [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then return; fi
  # shellcheck disable=SC2086
  apt_install $missing
}
