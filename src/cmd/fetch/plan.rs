//! What is to be fetched, in which order, how long it takes; and doing it.

use super::FetchArgs;
use super::budget::Budget;
use super::services::services;
use crate::cmd::args::InputArgs;
use crate::cmd::gate::candidates;
use crate::cmd::progress::Bar;
use crate::cmd::{Exit, Screen, Stop, fetched, nets, session};
use crate::config::Config;
use crate::model::{Asin, Fetched, Published, Value, Yen};
use crate::net::{Clock, Done, Job, ServiceError, System, fetch, time, wait};
use crate::scan::Judged;
use crate::store::{Cache, StoreError};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// What was asked.
struct Wanted<'a> {
    kinds: &'a [Fetched],
    input: &'a InputArgs,
    candidates: Option<&'a Path>,
    dry_run: bool,
    budget: Budget,
    offline: bool,
    /// True before a scan, which goes on whatever comes of it.
    refresh: bool,
}

/// The work of an account.
struct Plan {
    jobs: Vec<Job>,
    /// Keys that an answer that still counts was kept of, and yen at stake of the others.
    told: Vec<(usize, Yen)>,
    config: Config,
    folder: PathBuf,
    account: String,
    published: Published,
}

pub(super) fn run(args: &FetchArgs, budget: Budget, screen: &mut Screen) -> Result<Exit, Stop> {
    let wanted = Wanted {
        kinds: &args.what.kinds,
        input: &args.input,
        candidates: args.candidates.as_deref(),
        dry_run: args.dry_run,
        budget,
        offline: args.offline,
        refresh: false,
    };
    done(&wanted, screen)
}

/// Fetches what there are secrets for.
pub(super) fn refresh(
    budget: Budget,
    offline: bool,
    input: &InputArgs,
    screen: &mut Screen,
) -> Result<(), Stop> {
    let wanted = Wanted {
        kinds: Fetched::ALL,
        input,
        candidates: None,
        dry_run: false,
        budget,
        offline,
        refresh: true,
    };
    done(&wanted, screen).map(|_| ())
}

fn done(wanted: &Wanted<'_>, screen: &mut Screen) -> Result<Exit, Stop> {
    // The account is let go before the work begins: fetching may take hours.
    let plan = session::judged(wanted.input, &[], screen, |config, judged, _| {
        plan(wanted, config, judged)
    })?;
    if wanted.dry_run {
        tell_plan(&plan, screen)?;
        return Ok(Exit::Clean);
    }
    work(wanted, plan, screen)
}

fn plan(wanted: &Wanted<'_>, config: &Config, judged: &Judged<'_>) -> Result<Plan, Stop> {
    let published = fetched::published()?;
    let folder = wanted.input.place.folder()?;
    let account = wanted.input.place.account(config);
    let cache = match wanted.input.demo {
        true => None,
        false => Cache::existing(&folder, &account).map_err(|e| fetched::stop(&e))?,
    };
    let today = wanted.input.today.unwrap_or_else(session::today_in_japan);
    let candidates = match wanted.candidates {
        Some(file) => candidates::asins(file, config.encoding.value.as_deref())?,
        None => BTreeMap::new(),
    };
    let (mut jobs, mut told) = (Vec::new(), Vec::new());
    for kind in wanted.kinds {
        let since = fetched::since(today, published.age.days(*kind));
        let kept = match &cache {
            Some(cache) => cache.answers(*kind, since).map_err(|e| fetched::stop(&e))?,
            None => Vec::new(),
        };
        let kept: HashSet<String> = kept.into_iter().map(|kept| kept.key).collect();
        let mut all = judged.worth_asking(*kind);
        if kind.is_about_asins() {
            add(&mut all, &candidates);
        }
        let asked = all.len();
        all.retain(|(key, _)| !kept.contains(key));
        told.push((asked - all.len(), all.iter().map(|(_, yen)| *yen).sum()));
        jobs.push(Job {
            kind: *kind,
            keys: all.into_iter().map(|(key, _)| key).collect(),
        });
    }
    Ok(Plan {
        jobs,
        told,
        config: config.clone(),
        folder,
        account,
        published,
    })
}

/// Adds candidates that the account does not offer, in their place by yen.
fn add(all: &mut Vec<(String, Yen)>, candidates: &BTreeMap<Asin, Yen>) {
    let known: HashSet<String> = all.iter().map(|(key, _)| key.clone()).collect();
    let new = candidates
        .iter()
        .map(|(asin, yen)| (asin.to_string(), *yen));
    all.extend(new.filter(|(key, _)| !known.contains(key)));
    all.sort_by(|a, b| (Reverse(a.1), &a.0).cmp(&(Reverse(b.1), &b.0)));
}

fn tell_plan(plan: &Plan, screen: &mut Screen) -> Result<(), Stop> {
    let mut longest = Duration::ZERO;
    for (job, (kept, yen)) in plan.jobs.iter().zip(&plan.told) {
        let (calls, needed) = time(&plan.published, job.kind, &job.keys);
        longest = longest.max(needed);
        let values = [
            ("kind", name(job.kind)),
            ("n", (job.keys.len() as u64).into()),
            ("kept", (*kept as u64).into()),
            ("calls", calls.into()),
            ("time", shown(needed, screen)),
            ("yen", (*yen).into()),
        ];
        screen.print("fetch-plan", &values)?;
    }
    let time = shown(longest, screen);
    Ok(screen.print("fetch-plan-all", &[("time", time)])?)
}

fn name(kind: Fetched) -> Value {
    Value::word(format!("fetch-{kind}"))
}

/// A time as a reader says it: minutes with a decimal, from an hour on hours and minutes.
fn shown(time: Duration, screen: &Screen) -> Value {
    let minutes = time.as_secs_f64() / 60.0;
    let said = match minutes {
        ..10.0 => screen.say("fetch-minutes", &[("n", format!("{minutes:.1}").into())]),
        ..60.0 => screen.say("fetch-minutes", &[("n", format!("{minutes:.0}").into())]),
        _ => {
            let whole = minutes.round() as i64;
            let values = [("h", Value::Int(whole / 60)), ("m", Value::Int(whole % 60))];
            screen.say("fetch-hours", &values)
        }
    };
    Value::Text(said)
}

fn work(wanted: &Wanted<'_>, plan: Plan, screen: &mut Screen) -> Result<Exit, Stop> {
    let all: usize = plan.jobs.iter().map(|job| job.keys.len()).sum();
    if all == 0 {
        if !wanted.input.quiet {
            screen.tell("fetch-nothing", &[])?;
        }
        return Ok(Exit::Clean);
    }
    let services = services(plan.published, &plan.config, wanted.offline)?;
    let cache = match Cache::open(&plan.folder, &plan.account) {
        Err(StoreError::Busy(_)) if wanted.refresh => {
            screen.tell("fetch-busy-refresh", &[])?;
            return Ok(Exit::NotJudged);
        }
        cache => cache,
    };
    let mut cache = cache.map_err(|error| fetched::stop(&error))?;
    let bar = Bar::new(screen, wanted.input.quiet);
    bar.counting(screen.say("fetch-fetching", &[]), all as u64);
    let clock = System::default();
    let mut keep = |kind: Fetched, answers: &[(String, String)]| {
        bar.step(answers.len() as u64);
        let kept = cache.keep(kind, clock.unix(), answers);
        kept.map_err(|error| error.to_string())
    };
    let (jobs, budget) = (plan.jobs, wanted.budget.left());
    let ended = wait(fetch(&Arc::new(services), jobs, budget, &mut keep));
    bar.done();
    let ended = ended.map_err(|error| nets::stop(&error.into()))?;
    told(&ended, wanted, screen)
}

/// Says what became of each kind. A kind that nobody can be asked for is an error of the run only
/// where nothing else came.
fn told(ended: &[Done], wanted: &Wanted<'_>, screen: &mut Screen) -> Result<Exit, Stop> {
    let mut whole = true;
    for done in ended
        .iter()
        .filter(|done| done.answered + done.failed + done.left > 0)
    {
        whole &= done.failed + done.left == 0;
        if !wanted.input.quiet {
            let values = [
                ("kind", name(done.kind)),
                ("n", (done.answered as u64).into()),
                ("failed", (done.failed as u64).into()),
                ("left", (done.left as u64).into()),
            ];
            screen.tell("fetch-done", &values)?;
        }
        if let Some(why) = &done.why {
            let (id, mut values) = nets::said(why);
            values.push(("kind", name(done.kind)));
            screen.tell(id, &values)?;
        }
    }
    let answered: usize = ended.iter().map(|done| done.answered).sum();
    let refused = |done: &Done| done.why.as_ref().is_some_and(ServiceError::ends_all);
    if answered == 0 && ended.iter().any(refused) {
        return Ok(Exit::NotRun);
    }
    Ok(Exit::of(false, !whole))
}
