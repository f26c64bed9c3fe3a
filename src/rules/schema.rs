//! The JSON Schema of rule files, for editors: written from the tables that the loader reads by.

use serde_json::{Map, Value, json};

use super::keys::{FILE, Need, Of, Table};
use super::raw::SCHEMA;

/// The schema, as editors read it; ends with a line feed.
#[must_use]
pub fn schema() -> String {
    let mut file = table(&FILE);
    // Draft 7 is what the editors of TOML read.
    file.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    file.insert("title".to_owned(), json!(FILE.about));
    format!("{:#}\n", Value::Object(file))
}

fn table(table: &Table) -> Map<String, Value> {
    let mut properties = Map::new();
    let (mut required, mut alternatives) = (Vec::new(), Vec::new());
    for key in table.keys {
        let mut property = of(&key.of);
        property.insert("description".to_owned(), json!(key.about));
        properties.insert(key.name.to_owned(), Value::Object(property));
        match key.need {
            Need::Always => required.push(key.name),
            Need::Unless(other) => {
                alternatives.push(json!({"anyOf": [{"required": [key.name]}, {"required": [other]}]}))
            }
            Need::Never => {}
        }
    }
    let mut schema = object(json!({
        "type": "object",
        "description": table.about,
        "properties": properties,
        "additionalProperties": false,
    }));
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    if !alternatives.is_empty() {
        schema.insert("allOf".to_owned(), json!(alternatives));
    }
    schema
}

fn of(kind: &Of) -> Map<String, Value> {
    object(match kind {
        Of::Text => json!({"type": "string"}),
        Of::Form(pattern) => json!({"type": "string", "pattern": pattern}),
        Of::Word(words) => json!({"enum": words}),
        Of::Texts => json!({"type": "array", "items": {"type": "string"}}),
        Of::Truth => json!({"type": "boolean"}),
        Of::Whole => json!({"type": "integer", "minimum": 1}),
        Of::Version => json!({"const": SCHEMA}),
        // Editors hand a date of TOML to the schema as a string.
        Of::Day => json!({"type": "string", "format": "date"}),
        Of::Table(keys) => return table(keys),
        Of::Tables(keys) => json!({"type": "array", "items": table(keys)}),
        Of::ById(each) => json!({
            "type": "object",
            "propertyNames": {"pattern": "^[A-Za-z][A-Za-z0-9_-]*$"},
            "additionalProperties": of(each),
        }),
        Of::ByName(each) => json!({"type": "object", "additionalProperties": of(each)}),
    })
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}
