#ifndef WAVELENGTH_CURL_SHIM_H
#define WAVELENGTH_CURL_SHIM_H

#include <curl/curl.h>

#endif
