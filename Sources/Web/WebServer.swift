import CoreMetrics
import CryptoExtras
import Hummingbird
import Logging
import Mustache
import ServiceLifecycle
