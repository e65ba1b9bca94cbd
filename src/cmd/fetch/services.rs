//! The services as the settings name them, with the secrets of this system.

use crate::cmd::{Stop, nets};
use crate::config::Config;
use crate::model::Published;
use crate::net::amazon::{Amazon, Keys};
use crate::net::{Host, Invoices, Secrets, ServiceError, Services, Settings, System};
use std::sync::Arc;

/// Makes them; nothing is called yet. What cannot be asked says so when it is.
pub(super) fn services(
    mut published: Published,
    config: &Config,
    offline: bool,
) -> Result<Services, Stop> {
    let vault = Secrets::of_system().map_err(|cause| nets::stop(&ServiceError::Vault(cause)))?;
    let settings = Settings {
        offline: offline || config.network.offline,
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
    let amazon = Keys::from(&vault)
        .and_then(|keys| Amazon::new(&host, &published, keys, seller).map_err(ServiceError::from));
    Ok(Services {
        invoices: Invoices::new(&host, &published, &vault),
        amazon,
        host,
        published,
    })
}
