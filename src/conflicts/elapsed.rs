//! How long it is from one date to another, as exactly as prose tells it.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::rules::expression::Operator;
use crate::values::date::Date;
use crate::values::duration::{Duration, TimeUnit};

/// The shortest and the longest that lies between two dates, in one unit: the last day may count or not.
pub(super) struct Elapsed {
    least: f64,
    most: f64,
}

impl Elapsed {
    /// As exactly as prose tells a length in the unit of `stated`.
    pub(super) fn between(from: &Date, to: &Date, stated: &Duration) -> Option<Self> {
        let (least, most) = match stated.unit {
            TimeUnit::Day => counted(days_between(from, to)?, 1.0, 0.0),
            TimeUnit::Night => (days_between(from, to)? as f64, days_between(from, to)? as f64),
            TimeUnit::Week => {
                let days = days_between(from, to)?;
                let (least, most) = counted(days, 7.0, 1.0);
                // A course on Mondays takes ten weeks from the first to the tenth of them, nine weeks later.
                (least, if days % 7 == 0 { most.max(days as f64 / 7.0 + 1.0) } else { most })
            }
            // A month has 28 to 31 days, a year 365 or 366, and prose rounds both: "ten years" more than "eleven".
            TimeUnit::Month => spread(from, to, 30.44, Slack::Share(0.1))?,
            TimeUnit::Year if is_round(stated) => spread(from, to, 365.25, Slack::Share(0.1))?,
            TimeUnit::Year => spread(from, to, 365.25, Slack::Units(0.5))?,
            TimeUnit::BusinessDay | TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => return None,
        };
        Some(Self { least, most })
    }

    /// Against a stated length with its bounds.
    pub(super) fn compare(&self, operator: Operator, stated: &Duration) -> Option<bool> {
        // Months and days together are not reckoned with.
        let (low, high) = Some(stated).filter(|stated| stated.days == 0)?.amount.interval();
        let low = low.and_then(|low| low.to_f64()).unwrap_or(f64::MIN);
        let high = high.and_then(|high| high.to_f64()).unwrap_or(f64::MAX);
        let surely = |yes: bool, no: bool| if yes { Some(true) } else { no.then_some(false) };
        match operator {
            Operator::Equal => Some(self.least <= high && low <= self.most),
            Operator::NotEqual => Some(self.least > high || low > self.most),
            Operator::Less => surely(self.most < low, self.least >= high),
            Operator::LessOrEqual => surely(self.most <= low, self.least > high),
            Operator::Greater => surely(self.least > high, self.most <= low),
            Operator::GreaterOrEqual => surely(self.least >= high, self.most < low),
        }
    }
}

/// From `days` to one more, with some days of slack on both sides, in units of so many days.
fn counted(days: i64, unit: f64, slack: f64) -> (f64, f64) {
    ((days as f64 - slack) / unit, (days as f64 + 1.0 + slack) / unit)
}

/// Whether so many years are one or two, or tens.
fn is_round(stated: &Duration) -> bool {
    let years = stated.amount.number;
    years <= Decimal::TWO || (years % Decimal::TEN).is_zero()
}

/// How much prose rounds a length.
#[derive(Clone, Copy)]
enum Slack {
    Share(f64),
    Units(f64),
}

/// The length between two dates as coarse as the coarser of them, widened by some slack.
fn spread(from: &Date, to: &Date, unit: f64, slack: Slack) -> Option<(f64, f64)> {
    let shortest = (to.earliest()? - from.latest()?).num_days();
    let longest = (to.latest()? - from.earliest()?).num_days() + 1;
    // "For five years" counts the full ones too.
    let (shortest, longest) = (shortest as f64 / unit, longest as f64 / unit);
    let slack = |length: f64| match slack {
        Slack::Share(share) => length * share,
        Slack::Units(units) => units,
    };
    Some(((shortest - slack(shortest)).min(shortest.floor()), longest + slack(longest)))
}

/// Days from one date to another: full dates, or days and months of one year that neither names.
pub(super) fn days_between(from: &Date, to: &Date) -> Option<i64> {
    let year = match (from.year, to.year) {
        (None, None) => None,
        (from, to) => Some((from.or(to)?, to.or(from)?)),
    };
    let day = |date: &Date, year: i32| NaiveDate::from_ymd_opt(year, date.month?, date.day?);
    match year {
        Some((from_year, to_year)) => Some((day(to, to_year)? - day(from, from_year)?).num_days()),
        // In a leap year and in another the same, or nothing is known.
        None => {
            let length = |year| Some((day(to, year)? - day(from, year)?).num_days());
            let (leap, plain) = (length(2024)?, length(2023)?);
            (leap == plain && leap >= 0).then_some(leap)
        }
    }
}
