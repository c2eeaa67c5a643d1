/* Written by Server/Seed/Brands/draw. */
#include "pictures.h"

static const uint8_t bookmark_png[] = {
#embed "../Server/Seed/Brands/books/pictures/bookmark.png"
};

static const uint8_t card_face_png[] = {
#embed "../Server/Seed/Brands/books/pictures/card-face.png"
};

static const uint8_t coins_png[] = {
#embed "../Server/Seed/Brands/books/pictures/coins.png"
};

static const uint8_t crime_png[] = {
#embed "../Server/Seed/Brands/books/pictures/crime.png"
};

static const uint8_t harbour_png[] = {
#embed "../Server/Seed/Brands/books/pictures/harbour.png"
};

static const uint8_t margin_png[] = {
#embed "../Server/Seed/Brands/books/pictures/margin.png"
};

static const uint8_t notebook_png[] = {
#embed "../Server/Seed/Brands/books/pictures/notebook.png"
};

static const uint8_t paperback_png[] = {
#embed "../Server/Seed/Brands/books/pictures/paperback.png"
};

static const uint8_t poetry_png[] = {
#embed "../Server/Seed/Brands/books/pictures/poetry.png"
};

static const uint8_t reading_nook_png[] = {
#embed "../Server/Seed/Brands/books/pictures/reading-nook.png"
};

static const uint8_t reading_png[] = {
#embed "../Server/Seed/Brands/books/pictures/reading.png"
};

static const uint8_t shelf_png[] = {
#embed "../Server/Seed/Brands/books/pictures/shelf.png"
};

static const uint8_t signed_png[] = {
#embed "../Server/Seed/Brands/books/pictures/signed.png"
};

static const uint8_t stack_png[] = {
#embed "../Server/Seed/Brands/books/pictures/stack.png"
};

static const uint8_t storefront_png[] = {
#embed "../Server/Seed/Brands/books/pictures/storefront.png"
};

static const uint8_t story_hour_png[] = {
#embed "../Server/Seed/Brands/books/pictures/story-hour.png"
};

static const uint8_t street_png[] = {
#embed "../Server/Seed/Brands/books/pictures/street.png"
};

static const uint8_t teapot_png[] = {
#embed "../Server/Seed/Brands/books/pictures/teapot.png"
};

static const uint8_t tote_png[] = {
#embed "../Server/Seed/Brands/books/pictures/tote.png"
};

static const uint8_t voucher_png[] = {
#embed "../Server/Seed/Brands/books/pictures/voucher.png"
};

static const uint8_t wrapping_png[] = {
#embed "../Server/Seed/Brands/books/pictures/wrapping.png"
};

static const cb_picture all[] = {
    CB_PICTURE("bookmark.png", bookmark_png),
    CB_PICTURE("card-face.png", card_face_png),
    CB_PICTURE("coins.png", coins_png),
    CB_PICTURE("crime.png", crime_png),
    CB_PICTURE("harbour.png", harbour_png),
    CB_PICTURE("margin.png", margin_png),
    CB_PICTURE("notebook.png", notebook_png),
    CB_PICTURE("paperback.png", paperback_png),
    CB_PICTURE("poetry.png", poetry_png),
    CB_PICTURE("reading-nook.png", reading_nook_png),
    CB_PICTURE("reading.png", reading_png),
    CB_PICTURE("shelf.png", shelf_png),
    CB_PICTURE("signed.png", signed_png),
    CB_PICTURE("stack.png", stack_png),
    CB_PICTURE("storefront.png", storefront_png),
    CB_PICTURE("story-hour.png", story_hour_png),
    CB_PICTURE("street.png", street_png),
    CB_PICTURE("teapot.png", teapot_png),
    CB_PICTURE("tote.png", tote_png),
    CB_PICTURE("voucher.png", voucher_png),
    CB_PICTURE("wrapping.png", wrapping_png),
};

cb_pictures cb_books(void) { return CB_ALL(all); }
