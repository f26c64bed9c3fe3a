//! The types of the terms of an expression, and which of them can be compared.

use super::phrase::SlotKind;
use crate::values::value::Kind;

/// The type of a term; `None` where it is not known because of another fault.
pub(super) type Sort = Option<Type>;

/// The type of a term.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Type {
    /// It holds or does not.
    Truth,
    /// A value, of the type of such a slot.
    Of(SlotKind),
}

/// What can be added, and divided by its like.
pub(super) const AMOUNTS: [Kind; 8] =
    [Kind::Amount, Kind::Count, Kind::Number, Kind::Money, Kind::Quantity, Kind::Percent, Kind::Duration, Kind::Age];

/// The type of a value.
pub(super) fn of(kind: Kind) -> Type {
    Type::Of(SlotKind::Value(kind))
}

/// Whether values of two types can be compared: types of one family, and any amount with every kind of amount.
pub(super) fn comparable(one: SlotKind, other: SlotKind) -> bool {
    let amount = |kind: SlotKind| matches!(kind, SlotKind::Value(kind) if AMOUNTS.contains(&kind));
    let any = SlotKind::Value(Kind::Amount);
    family(one) == family(other) || ([one, other].contains(&any) && amount(one) && amount(other))
}

/// Types whose values can be compared share a family.
fn family(kind: SlotKind) -> SlotKind {
    match kind {
        SlotKind::Value(Kind::Range | Kind::Weekday) => SlotKind::Value(Kind::Date),
        SlotKind::Value(Kind::Country | Kind::Demonym | Kind::Org) | SlotKind::Name => SlotKind::Value(Kind::Place),
        SlotKind::Value(Kind::Number) => SlotKind::Value(Kind::Count),
        SlotKind::Word => SlotKind::Words,
        SlotKind::Pronoun => SlotKind::Value(Kind::Person),
        other => other,
    }
}

/// Whether of two such values one can be the greater.
pub(super) fn has_order(kind: SlotKind) -> bool {
    matches!(
        kind,
        SlotKind::Value(
            Kind::Date
                | Kind::Time
                | Kind::Count
                | Kind::Number
                | Kind::Amount
                | Kind::Quantity
                | Kind::Money
                | Kind::Percent
                | Kind::Duration
                | Kind::Age
                | Kind::Ordinal
        )
    )
}

/// The name of a type in a message.
pub(super) fn describe(sort: Sort) -> &'static str {
    match sort {
        None => "something faulty",
        Some(Type::Truth) => "true or false",
        Some(Type::Of(SlotKind::Choice)) => "choice",
        Some(Type::Of(SlotKind::Word)) => "word",
        Some(Type::Of(SlotKind::Words)) => "words",
        Some(Type::Of(SlotKind::Name)) => "name",
        Some(Type::Of(SlotKind::Pronoun)) => "pronoun",
        Some(Type::Of(SlotKind::Value(kind))) => kind.name(),
    }
}
