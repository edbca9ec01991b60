//! A disk that can be filled: memory, mounted as a file system of a few mebibytes. Mounting is for root alone.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A small file system; gone when dropped.
pub struct SmallDisk {
    folder: tempfile::TempDir,
}

impl SmallDisk {
    /// Mounts a file system of so many mebibytes; nothing for whoever may not, which is said.
    pub fn mount(mebibytes: u32) -> Option<Self> {
        let id = Command::new("id").arg("-u").output().expect("id runs");
        if id.stdout != b"0\n" {
            println!("LEFT OUT: only root can mount the small disk of this test");
            return None;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let disk = Self { folder };
        let size = format!("size={mebibytes}m,mode=0777");
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(disk.path()).status();
        assert!(mounted.expect("mount runs").success(), "root mounts a file system");
        Some(disk)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A folder on it that belongs to somebody.
    pub fn folder_for(&self, user: &str) -> PathBuf {
        let folder = self.path().join(user);
        fs::create_dir(&folder).expect("a folder");
        let given = Command::new("chown").arg(user).arg(&folder).status();
        assert!(given.expect("chown runs").success(), "only root gives folders away");
        folder
    }

    /// Takes all the space that is left.
    pub fn fill(&self) {
        let mut ballast = File::create(self.ballast()).expect("a file");
        for size in [1 << 20, 4096, 1] {
            while ballast.write_all(&vec![1; size]).is_ok() {}
        }
    }

    /// Gives that space back.
    pub fn free(&self) {
        fs::remove_file(self.ballast()).expect("the ballast is there");
    }

    fn ballast(&self) -> PathBuf {
        self.path().join("ballast")
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // The program or the server may still have files open there: it goes when they do.
        let _ = Command::new("umount").arg("--lazy").arg(self.path()).status();
    }
}
