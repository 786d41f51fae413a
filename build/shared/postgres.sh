# PostgreSQL for the scripts, as the tool finds it: a connection string, local binaries, Docker.
# As root on a Debian-like system Debian's package is installed when there is none of these.

apt_install() {
  local sudo=""
  if [ "$(id -u)" -ne 0 ]; then sudo=sudo; fi
  echo "\$ $sudo apt-get install $*"
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# Needs the tool: build/install comes first.
install_postgresql_if_missing() {
  if [ -n "${ConnectionStrings__Default-}${DATABASE_URL-}" ]; then return; fi
  if ! artifacts/bin/be doctor --output json | grep -A 1 '"check": "PostgreSQL"' | grep -q '"state": "fail"'; then return; fi
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
