//! `kenpin notice close` and `appeal`: what became of a notice.

use super::args::{NoticeAppealArgs, NoticeCloseArgs};
use super::store::{Store, path};
use crate::cmd::{Exit, Screen, Stop, session};
use crate::notice::Event;
use std::io::Write;

pub(super) fn close(args: &NoticeCloseArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let mut store = Store::open(path(&super::settings(args.config.as_deref())?))?;
    let case = store.find(&args.id)?;
    let id = case.id.clone();
    if !case.is_open() {
        return Err(Stop::Said("notice-closed-already", vec![("id", id.into())]));
    }
    let day = args.day.unwrap_or_else(session::today_in_japan);
    store.add(
        &[Event::Close {
            id: id.clone(),
            day,
        }],
        screen,
    )?;
    screen.print("notice-closed", &[("id", id.into()), ("day", day.into())])?;
    screen.out.flush()?;
    Ok(Exit::Clean)
}

pub(super) fn appeal(args: &NoticeAppealArgs, screen: &mut Screen) -> Result<Exit, Stop> {
    let mut store = Store::open(path(&super::settings(args.config.as_deref())?))?;
    let case = store.find(&args.id)?.clone();
    let id = case.id.clone();
    if !case.is_open() {
        return Err(Stop::Said("notice-closed-already", vec![("id", id.into())]));
    }
    let day = args.day.unwrap_or_else(session::today_in_japan);
    let (event, message, n) = match args.refused {
        false => {
            let event = Event::Appeal {
                id: id.clone(),
                day,
            };
            (event, "notice-appealed", case.appeals + 1)
        }
        true => {
            let event = Event::Refused {
                id: id.clone(),
                day,
                deadline: None,
            };
            (event, "notice-refused", case.refused + 1)
        }
    };
    store.add(&[event], screen)?;
    screen.print(message, &[("id", id.into()), ("n", i64::from(n).into())])?;
    if args.refused && n >= 2 {
        screen.print("notice-lost", &[])?;
    }
    screen.out.flush()?;
    Ok(Exit::Clean)
}
