# Everything a newcomer needs: `make demo` to see it, `make test` to trust it.

SWIFT_BUILD ?= swift build
STRICT = --explicit-target-dependency-import-check error
DEMO_DATA ?= demo-data
FUZZ_SECONDS ?= 60

.PHONY: demo run build test check format bench burst fuzz

## Start the daemon on the sample inbox; prints the address of the desk and a sign-in.
demo: build
	.build/debug/wavelength demo --data $(DEMO_DATA)

## Start the daemon with config/wavelength.yaml.
run: build
	.build/debug/wavelength run

build:
	scripts/need build
	$(SWIFT_BUILD) --product wavelength

## Install what the tests need, and run them all.
test:
	scripts/need test
	scripts/test

## Format lint, import walls, build.
check:
	scripts/need test
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks Fuzz
	scripts/check-walls
	$(SWIFT_BUILD) --build-tests $(STRICT)

format:
	swift format format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks Fuzz

## Ratios against other programs, measured in one run; takes several minutes.
bench:
	scripts/need bench
	$(SWIFT_BUILD) -c release --product bench
	$(SWIFT_BUILD) -c release --product bareroute
	$(SWIFT_BUILD) -c release --product wavelength
	.build/release/bench

## kill -9, again and again, while 5,000 signed webhooks come (the tests send 600): each is stored exactly once.
burst:
	scripts/need test
	WAVELENGTH_WEBHOOKS=5000 swift test --filter WebhookPowerCutTests

## Every fuzz target for FUZZ_SECONDS.
fuzz:
	scripts/need build
	scripts/fuzz $(FUZZ_SECONDS)
