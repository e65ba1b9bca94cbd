//! A server on this machine that answers as a test wants, and breaks as the world does.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What was asked.
#[derive(Clone, Debug)]
pub struct Asked {
    pub method: String,
    /// Path with the query, as sent.
    pub path: String,
    /// Names in small letters.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Asked {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers.find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Path without the query.
    pub fn place(&self) -> &str {
        self.path.split('?').next().unwrap()
    }

    /// A parameter of the query, unescaped.
    pub fn query(&self, name: &str) -> Option<String> {
        let (_, query) = self.path.split_once('?')?;
        pair(query, name)
    }

    /// A field of the form in the body, unescaped.
    pub fn form(&self, name: &str) -> Option<String> {
        pair(std::str::from_utf8(&self.body).ok()?, name)
    }
}

fn pair(pairs: &str, name: &str) -> Option<String> {
    let mut pairs = pairs.split('&').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.find(|(key, _)| *key == name)?;
    Some(unescape(value))
}

pub fn unescape(text: &str) -> String {
    let mut bytes = text.bytes();
    let mut out = Vec::new();
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || (bytes.next().unwrap() as char).to_digit(16).unwrap() as u8;
                digit() * 16 + digit()
            }
            other => other,
        });
    }
    String::from_utf8(out).unwrap()
}

/// How an answer arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Whole,
    /// The connection ends in the middle of the body.
    Cut,
    /// The connection ends before the first byte.
    Gone,
    /// Nothing is ever said.
    Silent,
    /// The body does not end.
    Endless,
}

/// What is answered.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    pub how: How,
}

impl Reply {
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: body.into(),
            how: How::Whole,
        }
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn how(mut self, how: How) -> Self {
        self.how = how;
        self
    }
}

type Answers = dyn Fn(&Asked) -> Reply + Send + Sync;

/// The server; it ends with the value.
pub struct Loopback {
    at: SocketAddr,
    over: Arc<AtomicBool>,
}

impl Loopback {
    pub fn start(answers: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let at = listener.local_addr().unwrap();
        let over = Arc::new(AtomicBool::new(false));
        let answers: Arc<Answers> = Arc::new(answers);
        let ended = Arc::clone(&over);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if ended.load(Ordering::SeqCst) {
                    return;
                }
                let (answers, ended) = (Arc::clone(&answers), Arc::clone(&ended));
                // A client that goes away in the middle is no matter of the server.
                std::thread::spawn(move || stream.map(|s| serve(&s, answers.as_ref(), &ended)));
            }
        });
        Self { at, over }
    }

    /// `http://127.0.0.1:PORT`, without a slash.
    pub fn url(&self) -> String {
        format!("http://{}", self.at)
    }
}

impl Drop for Loopback {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        // Wakes the listener up.
        let _ = TcpStream::connect(self.at);
    }
}

fn serve(stream: &TcpStream, answers: &Answers, over: &AtomicBool) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let mut reader = BufReader::new(stream);
    while !over.load(Ordering::SeqCst) {
        let asked = read(&mut reader)?;
        let reply = answers(&asked);
        send(stream, &reply, over)?;
        if reply.how != How::Whole {
            return None;
        }
    }
    None
}

fn read(reader: &mut impl BufRead) -> Option<Asked> {
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|n| *n > 0)?;
    let mut words = line.split_whitespace();
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|n| *n > 0)?;
        let Some((name, value)) = line.trim_end().split_once(':') else {
            break;
        };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let mut asked = Asked {
        method,
        path,
        headers,
        body: Vec::new(),
    };
    let length = asked.header("content-length").unwrap_or("0").parse();
    asked.body.resize(length.ok()?, 0);
    reader.read_exact(&mut asked.body).ok()?;
    Some(asked)
}

fn send(mut stream: &TcpStream, reply: &Reply, over: &AtomicBool) -> Option<()> {
    let mut head = format!("HTTP/1.1 {} x\r\n", reply.status);
    for (name, value) in &reply.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    match reply.how {
        How::Gone => return None,
        How::Silent => {
            while !over.load(Ordering::SeqCst) {
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            return None;
        }
        How::Endless => {
            stream.write_all(format!("{head}\r\n").as_bytes()).ok()?;
            while !over.load(Ordering::SeqCst) {
                stream.write_all(&[b' '; 4096]).ok()?;
            }
            return None;
        }
        How::Cut | How::Whole => {}
    }
    if reply.status != 304 && reply.status != 204 {
        head.push_str(&format!("content-length: {}\r\n", reply.body.len()));
    }
    head.push_str("\r\n");
    let whole = reply.how == How::Whole;
    let sent = if whole {
        reply.body.len()
    } else {
        reply.body.len() / 2
    };
    let mut bytes = head.into_bytes();
    bytes.extend_from_slice(&reply.body[..sent]);
    stream.write_all(&bytes).ok()
}
