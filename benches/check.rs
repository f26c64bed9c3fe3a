//! How many bytes a second each part of a check takes, on one thread, over generated articles in memory; and what it costs
//! to start. `cargo bench --bench check`

use std::sync::Arc;

use belie::check::compared;
use belie::claims::document_claims::DocumentClaims;
use belie::claims::finder::Finder;
use belie::rules::rule::Rules;
use belie::rules::{builtin, load};
use belie::source::document::Document;
use belie::source::read::{Format, decode, document};
use belie::source::token::Tokens;
use belie::values::find::find;
use divan::Bencher;
use divan::counter::BytesCount;

mod generated;

fn main() {
    divan::main();
}

/// Articles enough that they do not all stay in the nearest cache.
const ARTICLES: u64 = 500;

fn articles() -> Vec<String> {
    (0..ARTICLES).map(generated::article).collect()
}

fn bytes(articles: &[String]) -> BytesCount {
    BytesCount::new(articles.iter().map(String::len).sum::<usize>())
}

fn rules() -> Rules {
    let packs: Vec<_> = builtin::packs().map(|file| (Arc::new(file), true)).collect();
    load::load(&packs).0
}

fn read(at: usize, article: &str) -> Document {
    let (file, _) = decode(&format!("{at}.txt"), article.as_bytes().to_vec());
    document(file.expect("generated articles are text"), Format::Plain)
}

fn documents(articles: &[String]) -> Vec<Document> {
    articles.iter().enumerate().map(|(at, article)| read(at, article)).collect()
}

fn claims(finder: &Finder<'_>, documents: &[Document]) -> Vec<DocumentClaims> {
    documents.iter().map(|document| finder.read(document, None)).collect()
}

/// All of a check but reading the files: from bytes to findings.
#[divan::bench(sample_count = 10)]
fn check(bencher: Bencher<'_, '_>) {
    let (articles, rules) = (articles(), rules());
    let finder = Finder::new(&rules);
    bencher.counter(bytes(&articles)).bench_local(|| {
        let read = articles.iter().enumerate().map(|(at, article)| finder.read(&read(at, article), None));
        compared(&rules, read.collect())
    });
}

#[divan::bench(sample_count = 10)]
fn tokens(bencher: Bencher<'_, '_>) {
    let articles = articles();
    let cut = || articles.iter().map(|article| Tokens::of(article).list().len()).sum::<usize>();
    bencher.counter(bytes(&articles)).bench_local(cut);
}

/// Prose, tokens and sentences.
#[divan::bench(sample_count = 10)]
fn source(bencher: Bencher<'_, '_>) {
    let articles = articles();
    bencher.counter(bytes(&articles)).bench_local(|| {
        articles.iter().enumerate().map(|(at, article)| read(at, article).sentences().len()).sum::<usize>()
    });
}

#[divan::bench(sample_count = 10)]
fn values(bencher: Bencher<'_, '_>) {
    let (articles, rules) = (articles(), rules());
    let documents = documents(&articles);
    bencher
        .counter(bytes(&articles))
        .bench_local(|| documents.iter().map(|document| find(document, &rules.names).len()).sum::<usize>());
}

/// Values and claims.
#[divan::bench(sample_count = 10)]
fn values_and_claims(bencher: Bencher<'_, '_>) {
    let (articles, rules) = (articles(), rules());
    let finder = Finder::new(&rules);
    let documents = documents(&articles);
    bencher.counter(bytes(&articles)).bench_local(|| claims(&finder, &documents));
}

#[divan::bench(sample_count = 10)]
fn compare(bencher: Bencher<'_, '_>) {
    let (articles, rules) = (articles(), rules());
    let finder = Finder::new(&rules);
    let documents = documents(&articles);
    bencher
        .counter(bytes(&articles))
        .with_inputs(|| claims(&finder, &documents))
        .bench_local_values(|claims| compared(&rules, claims));
}

/// The built-in packs, read anew on every start.
#[divan::bench(sample_count = 10)]
fn load_rules() -> Rules {
    rules()
}

#[divan::bench(sample_count = 10)]
fn compile_phrases(bencher: Bencher<'_, '_>) {
    let rules = rules();
    bencher.bench_local(|| drop(Finder::new(&rules)));
}
