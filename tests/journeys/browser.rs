//! A headless Chromium with its driver, one for each journey.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;
use thirtyfour::ChromeCapabilities;
use thirtyfour::cdp::Cdp;
use thirtyfour::prelude::*;

/// The longest that a page may take to come or a script to run.
const PATIENCE: Duration = Duration::from_secs(60);

/// A browser window and the driver that leads it. Dropping it closes the window first, then stops the driver.
pub struct Browser {
    /// The window.
    pub window: WebDriver,
    _driver: Driver,
    _profile: tempfile::TempDir,
}

/// The driver's process, with its output kept open.
struct Driver {
    child: Child,
    output: BufReader<ChildStdout>,
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Browser {
    /// Opens a window of 1280 by 900 in French.
    pub async fn open() -> Self {
        Self::with(true).await
    }

    /// Opens a window where pages may run no script.
    pub async fn open_without_javascript() -> Self {
        Self::with(false).await
    }

    async fn with(javascript: bool) -> Self {
        let (driver, port) = start_driver();
        let profile = tempfile::tempdir().expect("a temporary folder");
        let address = format!("http://127.0.0.1:{port}");
        let window =
            WebDriver::new(&address, capabilities(javascript, profile.path())).await.expect("Chromium opens");
        window.set_implicit_wait_timeout(Duration::ZERO).await.expect("a timeout is set");
        window.set_page_load_timeout(PATIENCE).await.expect("a timeout is set");
        window.set_script_timeout(PATIENCE).await.expect("a timeout is set");
        Self { window, _driver: driver, _profile: profile }
    }

    /// Makes the page so many CSS pixels wide; a real window cannot be as narrow as a phone.
    pub async fn resize(&self, width: u32) {
        let metrics =
            serde_json::json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.tools().send_raw("Emulation.setDeviceMetricsOverride", metrics).await.expect("a width is set");
    }

    /// The whole page as a PNG, also what lies below the window.
    pub async fn picture(&self) -> Vec<u8> {
        let whole = serde_json::json!({ "captureBeyondViewport": true });
        let shot = self.tools().send_raw("Page.captureScreenshot", whole).await.expect("a picture is taken");
        let text = shot["data"].as_str().expect("a picture in base64");
        base64::Engine::decode(&base64::engine::general_purpose::STANDARD, text).expect("base64")
    }

    /// Gives up the window: closes it and stops the driver.
    pub async fn close(self) {
        self.window.clone().quit().await.expect("Chromium closes");
    }

    /// The browser's own commands.
    pub fn tools(&self) -> Cdp {
        self.window.cdp()
    }
}

/// Starts a driver on a port that it chooses and prints.
fn start_driver() -> (Driver, u16) {
    let mut child = Command::new("chromedriver")
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("chromedriver starts: run `cargo xtask test`, which installs it");
    let output = BufReader::new(child.stdout.take().expect("its output"));
    let mut driver = Driver { child, output };
    let port = driver.port();
    (driver, port)
}

impl Driver {
    /// Reads what the driver prints until its port. The first line repeats the one that was asked for, 0.
    fn port(&mut self) -> u16 {
        let mut line = String::new();
        loop {
            line.clear();
            let read = self.output.read_line(&mut line).expect("its output is text");
            assert!(read > 0, "chromedriver ended without saying its port");
            if let Some((_, port)) =
                line.trim_end().trim_end_matches('.').rsplit_once("successfully on port ")
            {
                return port.parse().expect("a port");
            }
        }
    }
}

fn capabilities(javascript: bool, profile: &Path) -> ChromeCapabilities {
    let mut wanted = DesiredCapabilities::chrome();
    let folder = format!("--user-data-dir={}", profile.display());
    let flags = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--hide-scrollbars",
        "--window-size=1280,900",
        "--lang=fr",
        folder.as_str(),
    ];
    for flag in flags {
        wanted.add_arg(flag).expect("a flag is accepted");
    }
    let scripts = if javascript { 1 } else { 2 };
    let preferences = serde_json::json!({
        "intl.accept_languages": "fr",
        "download.default_directory": profile.join("downloads"),
        "profile.managed_default_content_settings.javascript": scripts,
        "profile.default_content_setting_values.javascript": scripts,
    });
    wanted.add_experimental_option("prefs", preferences).expect("preferences are accepted");
    wanted
}
