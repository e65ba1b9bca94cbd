//! The services as the settings and the environment name them.

use crate::cmd::{Stop, nets};
use crate::config::Config;
use crate::model::Published;
use crate::net::amazon::{Amazon, Keys};
use crate::net::secret::Vault;
use crate::net::{Host, Invoices, ServiceError, Services, Settings, System};
use std::sync::Arc;

/// Makes them; nothing is called yet. What cannot be asked says so when it is.
pub(super) fn services(
    mut published: Published,
    config: &Config,
    vault: &dyn Vault,
    offline: bool,
) -> Result<Services, Stop> {
    let settings = Settings {
        offline,
        ..Settings::default()
    };
    let host = Host::new(settings, Arc::new(System::default()));
    let host = Arc::new(host.map_err(|error| nets::stop(&error.into()))?);
    let network = &config.network;
    let set = |place: &mut String, set: &Option<String>| {
        if let Some(set) = set {
            place.clone_from(set);
        }
    };
    set(&mut published.amazon.endpoint, &network.amazon);
    set(&mut published.amazon.login, &network.login);
    set(&mut published.invoices.endpoint, &network.invoices);
    let seller = network.seller_id.clone();
    let amazon = Keys::from(vault)
        .and_then(|keys| Amazon::new(&host, &published, keys, seller).map_err(ServiceError::from));
    Ok(Services {
        invoices: Invoices::new(&host, &published, vault),
        amazon,
        host,
        published,
    })
}
