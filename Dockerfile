# docker build -t belie .
# docker run --rm -v "$PWD:/work" belie check --since origin/main
FROM rust:1-slim-trixie AS build
WORKDIR /belie
COPY Cargo.toml Cargo.lock README.md build.rs ./
COPY src src
COPY rules rules
COPY benches benches
RUN cargo build --release --locked

FROM debian:trixie-slim
# `--since` asks git. What is mounted belongs to whoever runs the container, and git would refuse to read it.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
COPY --from=build /belie/target/release/belie /usr/local/bin/belie
USER 1000:1000
WORKDIR /work
ENTRYPOINT ["belie"]
CMD ["--help"]
