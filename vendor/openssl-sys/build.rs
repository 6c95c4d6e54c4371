use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=generated-generic64");
    println!("cargo:rerun-if-changed=generated-linux-x86_64");

    let width = env::var("CARGO_CFG_TARGET_POINTER_WIDTH").unwrap();
    let family = env::var("CARGO_CFG_TARGET_FAMILY").unwrap();
    assert!(
        width == "64" && family == "unix",
        "the bundled OpenSSL is configured for 64-bit Unix targets only"
    );

    let source = openssl_src::source_dir();
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap());
    // x86_64 Linux gets OpenSSL's assembly (AES-GCM is some twenty times faster with it), every other
    // 64-bit Unix plain C. The x86_64 directory only holds what differs from the generic one.
    let generic = here.join("generated-generic64");
    let x86_64 = here.join("generated-linux-x86_64");
    let linux_x86_64 = env::var("CARGO_CFG_TARGET_OS").unwrap() == "linux"
        && env::var("CARGO_CFG_TARGET_ARCH").unwrap() == "x86_64";
    let generated = if linux_x86_64 { vec![&x86_64, &generic] } else { vec![&generic] };
    let find = |name: &str| generated.iter().map(|d| d.join(name)).find(|p| p.is_file());
    let out = env::var("OUT_DIR").unwrap();

    let mut build = cc::Build::new();
    build
        .warnings(false)
        .opt_level(2) // in debug builds too: TLS at -O0 is very slow
        .debug(false)
        .flag_if_supported("-pthread")
        .define("OPENSSL_PIC", None)
        .define("OPENSSL_BUILDING_OPENSSL", None)
        .define("NDEBUG", None)
        .define("OPENSSLDIR", "\"/etc/ssl\"")
        .define("ENGINESDIR", "\"/nonexistent\"")
        .define("MODULESDIR", "\"/nonexistent\"");
    for root in generated.iter().copied().chain([&source]) {
        for dir in [
            "",
            "include",
            "providers/common/include",
            "providers/common/include/prov",
            "providers/implementations/include",
            "providers/fips/include",
            "crypto",
            "crypto/modes",
        ] {
            let dir = root.join(dir);
            if dir.is_dir() {
                build.include(dir);
            }
        }
    }
    if linux_x86_64 {
        build.flag_if_supported("-Wa,--noexecstack");
    }
    for define in read_lines(&generated[0].join("defines.txt")) {
        build.define(&define, None);
    }
    for name in read_lines(&generated[0].join("sources.txt")) {
        let original = source.join(&name);
        match find(&name) {
            Some(file) => {
                // a generated C file still includes headers from the directory it belongs to
                build.file(file).include(original.parent().unwrap());
            }
            None => {
                build.file(original);
            }
        }
    }
    build.compile("resettle_openssl");

    // one include directory for dependents (DEP_OPENSSL_INCLUDE)
    let include = Path::new(&out).join("include/openssl");
    fs::create_dir_all(&include).unwrap();
    for root in [&source].into_iter().chain(generated.iter().rev().copied()) {
        for entry in fs::read_dir(root.join("include/openssl")).unwrap() {
            let entry = entry.unwrap();
            if entry.path().extension().is_some_and(|e| e == "h") {
                fs::write(include.join(entry.file_name()), fs::read(entry.path()).unwrap()).unwrap();
            }
        }
    }
    println!("cargo:include={}", Path::new(&out).join("include").display());
}

fn read_lines(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.lines().map(str::to_owned).collect()
}
