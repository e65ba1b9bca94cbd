//! Reports of Seller Central, as files that a scan reads.

use super::FetchArgs;
use super::budget::Budget;
use super::services::services;
use super::unpack::{self, Fault};
use crate::cmd::output::saved;
use crate::cmd::progress::Bar;
use crate::cmd::{Screen, Stop, fetched, load, nets, session};
use crate::model::{Published, ReportFile};
use crate::net::amazon::{Amazon, LARGEST_REPORT, Taken};
use crate::net::{Clock, NetError, ServiceError, Sink, System, wait};
use crate::store::Cache;
use crate::write;
use std::fs::File;
use std::io::{self, Seek, Write};
use std::time::Duration;

/// Time behind the budget in which a report that was waited for may still come.
const GRACE: Duration = Duration::from_secs(20);

/// Fetches every report into the first folder that was named. True when all of them came.
///
/// Where something else is fetched too, what Amazon refuses does not stop the run.
pub(super) fn run(args: &FetchArgs, budget: Budget, screen: &mut Screen) -> Result<bool, Stop> {
    let paths = &args.input.paths;
    let folder = paths.iter().find(|path| path.is_dir());
    let folder = folder.ok_or_else(|| Stop::Said("fetch-no-folder", Vec::new()))?;
    let published = fetched::published()?;
    let reports = published.report.clone();
    if args.dry_run {
        let n = ("n", (reports.len() as u64).into());
        screen.print("fetch-plan-reports", &[n])?;
        return Ok(true);
    }
    let loaded = load::config(args.input.config.as_deref(), &session::folders(paths))?;
    let orders = Orders::open(args, &loaded.config, &published)?;
    let services = services(published, &loaded.config, args.offline)?;
    let mut whole = true;
    for (nth, report) in reports.iter().enumerate() {
        let amazon = match &services.amazon {
            Ok(amazon) => amazon,
            Err(error) => return given_up(args, error, screen),
        };
        if budget.is_over() {
            return left(reports.len() - nth, screen);
        }
        let bar = Bar::new(screen, args.input.quiet);
        let name = || ("name", report.file.as_str().into());
        bar.receiving(screen.say("fetch-waiting", &[name()]));
        let packed = tempfile::tempfile_in(folder).map_err(|error| nets::stop(&disk(&error)))?;
        let mut coming = Coming { packed, bar: &bar };
        let taken = wait(within(budget, orders.taken(amazon, report, &mut coming)));
        let packed = coming.packed;
        bar.done();
        let taken = taken.map_err(|error| nets::stop(&error.into()))?;
        let Some(taken) = taken.transpose()? else {
            return left(reports.len() - nth, screen);
        };
        match taken.and_then(|taken| looked_through(&packed, &taken)) {
            Ok(encoding) => {
                let path = folder.join(&report.file);
                let done = write::save(&path, |out| {
                    let copied = unpack::copy(&packed, encoding, LARGEST_REPORT, out);
                    copied.map_err(|fault| match fault {
                        Fault::Write(error) | Fault::Broken(error) => error,
                        Fault::TooLarge | Fault::Letters => io::ErrorKind::InvalidData.into(),
                    })
                });
                saved(done, &path, args.input.quiet, screen)?;
                orders.forget(report)?;
            }
            Err(error @ ServiceError::Refused { .. }) => {
                // A seller without FBA has no FBA stock: the others may still come.
                whole = false;
                let (id, values) = nets::said(&error);
                screen.tell(id, &values)?;
                if is_gone(&error) {
                    orders.forget(report)?;
                }
            }
            Err(error) => return given_up(args, &error, screen),
        }
    }
    Ok(whole)
}

/// Ends the reports: with the run, where nothing else is fetched or nothing can be kept.
fn given_up(args: &FetchArgs, error: &ServiceError, screen: &mut Screen) -> Result<bool, Stop> {
    let here = matches!(
        error,
        ServiceError::Net(NetError::Disk(_) | NetError::Unusable(_))
    );
    if here || args.what.kinds.is_empty() {
        return Err(nets::stop(error));
    }
    let (id, values) = nets::said(error);
    screen.tell(id, &values)?;
    Ok(false)
}

fn left(number: usize, screen: &mut Screen) -> Result<bool, Stop> {
    screen.tell("fetch-reports-left", &[("n", (number as u64).into())])?;
    Ok(false)
}

/// What comes before the budget is over, or little later.
async fn within<T>(budget: Budget, work: impl Future<Output = T>) -> Option<T> {
    match budget.left() {
        Some(left) => tokio::time::timeout(left + GRACE, work).await.ok(),
        None => Some(work.await),
    }
}

/// True when an order leads to no report any more: it was not made, or Amazon does not know it.
/// Whatever else Amazon says, the order stands.
fn is_gone(error: &ServiceError) -> bool {
    matches!(
        error,
        ServiceError::Refused {
            status: 200 | 400 | 404,
            ..
        }
    )
}

/// The encoding to copy a report from. It is read to its end before anything is written, so that a
/// broken one leaves the file of the last time as it is.
fn looked_through(
    packed: &File,
    taken: &Taken,
) -> Result<Option<&'static encoding_rs::Encoding>, ServiceError> {
    let mut first = First::default();
    let mut look = |encoding| {
        first = First::default();
        unpack::copy(packed, encoding, LARGEST_REPORT, &mut first)
    };
    let named = unpack::encoding(taken.charset.as_deref());
    let (encoding, looked) = match look(named) {
        // Not of the encoding that was named: reading tells the encoding by itself.
        Err(Fault::Letters) => (None, look(None)),
        looked => (named, looked),
    };
    let host = taken.host.clone();
    if first.0 == Some(b'<') {
        // A page that says why there is no report.
        let cause = "HTML".to_owned();
        return Err(NetError::Strange { host, cause }.into());
    }
    match looked {
        Ok(()) => Ok(encoding),
        Err(Fault::TooLarge) => Err(NetError::TooLarge {
            host,
            limit: LARGEST_REPORT,
        }
        .into()),
        Err(Fault::Broken(error)) => Err(NetError::Strange {
            host,
            cause: format!("gzip: {}", error.kind()),
        }
        .into()),
        Err(Fault::Write(error)) => Err(disk(&error)),
        Err(Fault::Letters) => Ok(None),
    }
}

/// The first byte of a text that is no space.
#[derive(Default)]
struct First(Option<u8>);

impl Write for First {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.is_none() {
            self.0 = bytes.trim_ascii_start().first().copied();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn disk(error: &io::Error) -> ServiceError {
    NetError::Disk(error.to_string()).into()
}

/// Reports that were ordered and are not taken yet: a run that ended goes on waiting for them.
struct Orders {
    cache: Cache,
    /// First second at which an order still counts.
    since: i64,
}

impl Orders {
    fn open(
        args: &FetchArgs,
        config: &crate::config::Config,
        published: &Published,
    ) -> Result<Self, Stop> {
        let place = &args.input.place;
        let cache = Cache::open(&place.folder()?, &place.account(config));
        let today = args.input.today.unwrap_or_else(session::today_in_japan);
        Ok(Self {
            cache: cache.map_err(|error| fetched::stop(&error))?,
            since: fetched::since(today, published.age.reports),
        })
    }

    /// Takes a report; the outer error ends the run.
    async fn taken(
        &self,
        amazon: &Amazon,
        report: &ReportFile,
        coming: &mut Coming<'_>,
    ) -> Result<Result<Taken, ServiceError>, Stop> {
        let kind = report.kind.as_str();
        let known = self.cache.ordered(kind, self.since);
        let known = known.map_err(|error| fetched::stop(&error))?;
        let mut made = None;
        if let Some(number) = known {
            made = match amazon.made(kind, &number).await {
                // Amazon does not know it any more.
                Err(ServiceError::Refused {
                    status: 400 | 404, ..
                }) => None,
                made => Some(made),
            };
        }
        let made = match made {
            Some(made) => made,
            None => match amazon.order(kind).await {
                Ok(number) => {
                    let at = System::default().unix();
                    let kept = self.cache.order(kind, at, Some(&number));
                    kept.map_err(|error| fetched::stop(&error))?;
                    amazon.made(kind, &number).await
                }
                Err(error) => Err(error),
            },
        };
        Ok(match made {
            Ok(document) => amazon.take(&document, coming).await,
            Err(error) => Err(error),
        })
    }

    fn forget(&self, report: &ReportFile) -> Result<(), Stop> {
        let done = self.cache.order(&report.kind, 0, None);
        done.map_err(|error| fetched::stop(&error))
    }
}

/// A report on its way to the disk: nothing of it stays in memory, and no file of it stays behind.
struct Coming<'b> {
    packed: File,
    bar: &'b Bar,
}

impl Sink for Coming<'_> {
    fn begin(&mut self) -> Result<(), String> {
        let emptied = self.packed.set_len(0).and_then(|()| self.packed.rewind());
        emptied.map_err(|error| error.to_string())
    }

    fn take(&mut self, bytes: &[u8]) -> Result<(), String> {
        self.bar.step(bytes.len() as u64);
        let written = self.packed.write_all(bytes);
        written.map_err(|error| error.to_string())
    }
}
