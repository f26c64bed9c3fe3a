//! A folder of its own for a test that runs the command in it.

#![allow(dead_code, reason = "each test takes what it needs")]

use std::path::PathBuf;
use std::process::{Command, Output};

/// An empty folder that goes away again.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// A new folder; `name` is another one for each test.
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("belie-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        // A file of its own keeps a `belie.toml` further up from holding.
        std::fs::write(path.join("belie.toml"), "").unwrap();
        Self(path)
    }

    /// Writes a file into it.
    pub(crate) fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        self
    }

    /// A path in it.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The command with these arguments, divided by blanks, to be run here.
    pub(crate) fn belie(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_belie"));
        command.args(line.split_whitespace()).current_dir(&self.0);
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs the command here.
    pub(crate) fn run(&self, line: &str) -> Output {
        self.belie(line).output().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
